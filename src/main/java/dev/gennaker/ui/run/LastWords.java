package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Pre;
import dev.gennaker.cloud.InstanceId;
import dev.gennaker.ui.files.FileLinks;
import dev.gennaker.ui.kit.Dom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The last lines of the instance a failure is about, with the way to all it wrote. */
final class LastWords {

  private static final String EVIDENCE = "lastLines";

  private LastWords() {}

  /** Nothing where the evidence holds none. */
  static Optional<Component> of(Map<String, Object> evidence) {
    if (!(evidence.get(EVIDENCE) instanceof Map<?, ?> last)
        || !(last.get("lines") instanceof List<?> lines)) {
      return Optional.empty();
    }
    String file = String.valueOf(last.get("file"));
    InstanceId instance =
        new InstanceId(String.valueOf(last.get("location")), String.valueOf(last.get("instance")));
    Pre text = new Pre(lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
    text.addClassName("code");
    text.getElement().setAttribute("tabindex", "0");
    text.getElement().setAttribute("role", "region");
    text.getElement().setAttribute("aria-label", "Last lines of " + file);
    return Optional.of(
        Dom.named(
            Dom.div(
                "lastwords",
                Dom.div(
                    "dl",
                    Dom.h3("Last lines of " + file),
                    Dom.span("", "grow"),
                    Dom.named(
                        Dom.link(FileLinks.of(instance, file), "All files", "link", "s"),
                        "all-files")),
                text),
            "last-lines"));
  }

  /** The rest of the evidence. */
  static Map<String, Object> without(Map<String, Object> evidence) {
    Map<String, Object> rest = new HashMap<>(evidence);
    rest.remove(EVIDENCE);
    return rest.size() == evidence.size() ? evidence : rest;
  }
}
