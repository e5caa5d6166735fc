package dev.gennaker.ui.engine;

import com.vaadin.flow.component.html.DescriptionList;
import dev.gennaker.execution.EngineNow;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;

/** The engine in six figures. */
final class Figures extends DescriptionList {

  /** From here on something due is late enough to be a worry. */
  static final Duration LATE = Duration.ofSeconds(5);

  Figures() {
    addClassName("figs");
    Dom.named(this, "engine-figures");
  }

  void show(EngineNow now) {
    removeAll();
    add("Active", "%,d".formatted(now.figures().active()), false);
    add("Waiting", "%,d".formatted(now.figures().waiting()), false);
    add("Worked on", "%,d".formatted(now.figures().workedOn()), false);
    Instant since = now.figures().dueSince();
    Duration late = since == null ? Duration.ZERO : Duration.between(since, now.at());
    add(
        "Due",
        now.figures().due() == 0
            ? "0"
            : "%,d, for up to %s".formatted(now.figures().due(), Words.age(late)),
        late.compareTo(LATE) > 0);
    add(
        "Picked late by, last minute",
        now.lag().picked() == 0
            ? "nothing picked"
            : "%s; worst %s".formatted(millis(now.lag().median()), millis(now.lag().worst())),
        now.lag().worst().compareTo(LATE) > 0);
    add("Leases lost", "%,d".formatted(now.losses().size()), !now.losses().isEmpty());
  }

  private void add(String name, String value, boolean worry) {
    Description figure = new Description(value);
    figure.getElement().getClassList().set("wait", worry);
    Dom.named(figure, "figure-" + name.split("[ ,]")[0].toLowerCase(java.util.Locale.ROOT));
    add(Dom.div("", new Term(name), figure));
  }

  private static String millis(Duration duration) {
    return duration.toSeconds() >= 10
        ? Words.age(duration)
        : "%,d ms".formatted(duration.toMillis());
  }
}
