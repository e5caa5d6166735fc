package dev.gennaker.ui.home;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Tally;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instances as a thin bar: healthy recedes, trouble stands out by height, shape and word. */
@Tag("span")
final class HealthBar extends Span {

  private static final double WIDTH = 36;
  private static final double LEAST = 5;
  private static final double GAP = 1.5;

  HealthBar(@Nullable Tally tally) {
    addClassName("hb");
    if (tally == null || tally.total() == 0) {
      addClassName("none");
      setText("–");
      return;
    }
    Span bar = Dom.span("", "ic");
    bar.getElement().setProperty("innerHTML", svg(tally));
    long wanted = tally.total() - tally.draining() - tally.off();
    Span figure =
        Dom.spanOf(
            "c", Dom.span("%,d".formatted(tally.up())), Dom.span("/%,d".formatted(wanted), "of"));
    add(bar, figure);
    if (tally.down() > 0) {
      add(Dom.span("%,d down".formatted(tally.down()), "fail", "say"));
    } else if (tally.starting() > 0) {
      add(Dom.span("%,d starting".formatted(tally.starting()), "run", "say"));
    } else if (tally.missing() > 0) {
      add(Dom.span("%,d not placed".formatted(tally.missing()), "wait", "say"));
    }
  }

  private static String svg(Tally tally) {
    double starting = part(tally.starting() + tally.missing(), tally);
    double down = part(tally.down(), tally);
    double up = WIDTH - starting - down;
    StringBuilder shapes = new StringBuilder();
    if (tally.up() > 0) {
      shapes.append(rect("u", 0, up - (up < WIDTH ? GAP : 0), 5, 4));
    }
    if (starting > 0) {
      shapes.append(rect("s", up + .5, starting - 1 - GAP, 2.5, 9));
      shapes.append(rect("sf", up, starting - GAP, 7, 5));
    }
    if (down > 0) {
      shapes.append(rect("d", up + starting, down, 2, 10));
    }
    return "<svg width=\"36\" height=\"14\" viewBox=\"0 0 36 14\" aria-hidden=\"true\">%s</svg>"
        .formatted(shapes);
  }

  private static double part(long some, Tally tally) {
    return some == 0 ? 0 : Math.max(LEAST + GAP, Math.min(WIDTH / 2, WIDTH * some / tally.total()));
  }

  private static String rect(String style, double x, double width, double y, double height) {
    return String.format(
        Locale.ROOT,
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"1\"/>",
        style,
        x,
        y,
        Math.max(1, width),
        height);
  }
}
