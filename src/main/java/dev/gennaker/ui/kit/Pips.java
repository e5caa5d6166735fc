package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The stages of a run as a row of shapes; long ones end with how many more there are. */
@Tag("span")
public class Pips extends Span {

  private static final int SHOWN = 9;

  public Pips(List<Status> stages) {
    addClassName("pips");
    getElement().setAttribute("role", "img");
    getElement()
        .setAttribute(
            "aria-label",
            stages.isEmpty()
                ? "no stages"
                : stages.stream()
                    .map(status -> status.word().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ")));
    StringBuilder markup = new StringBuilder();
    for (Status status : stages.subList(0, Math.min(SHOWN, stages.size()))) {
      markup.append("<span class=\"%s\">".formatted(status.tone()));
      markup.append(Icon.svg(status.shape(), "sh")).append("</span>");
    }
    if (stages.size() > SHOWN) {
      markup.append("<span class=\"xs ink3\">+%d</span>".formatted(stages.size() - SHOWN));
    }
    getElement().setProperty("innerHTML", markup.toString());
  }
}
