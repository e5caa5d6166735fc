package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Key and value lines of the stage panel. */
final class Lines {

  /** Keys of a stage that the graph or the panel's head say already. */
  private static final Set<String> STRUCTURE =
      Set.of("refId", "requisiteStageRefIds", "type", "name", "id");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final int LONG = 200;

  private Lines() {}

  /** Settings as written, and as resolved where an expression made a difference. */
  static List<Component> inputs(Map<String, Object> written, Map<String, Object> resolved) {
    List<Component> lines = new ArrayList<>();
    written.forEach(
        (key, value) -> {
          if (!STRUCTURE.contains(key)) {
            lines.add(input(key, value, resolved.containsKey(key) ? resolved.get(key) : value));
          }
        });
    return lines.isEmpty() ? List.of() : section("Inputs", lines);
  }

  private static Component input(String key, @Nullable Object written, @Nullable Object resolved) {
    if (isLong(resolved) || isLong(written)) {
      Div both = new Div(folded(key, resolved));
      if (!Objects.equals(written, resolved)) {
        both.add(folded(key + ", as written", written));
      }
      return both;
    }
    Div line = line(key);
    if (!Objects.equals(text(written), text(resolved))) {
      Span was = value(written);
      was.addClassName("was");
      line.add(was, new Span("→"));
    }
    line.add(value(resolved));
    return line;
  }

  /** Plain values under a heading; nothing for an empty map. */
  static List<Component> values(String heading, Map<String, Object> values) {
    List<Component> lines = new ArrayList<>();
    values.forEach((key, value) -> lines.add(plain(key, value)));
    return lines.isEmpty() ? List.of() : section(heading, lines);
  }

  /** Evidence stays folded: the sentence above it comes first. */
  static List<Component> evidence(Map<String, Object> evidence) {
    if (evidence.isEmpty()) {
      return List.of();
    }
    NativeDetails details = new NativeDetails("Evidence");
    Div lines = new Div();
    values("", evidence).stream().filter(c -> !(c instanceof H3)).forEach(lines::add);
    details.setContent(lines);
    return List.of(details);
  }

  private static List<Component> section(String heading, List<Component> lines) {
    List<Component> section = new ArrayList<>();
    section.add(new H3(heading));
    section.addAll(lines);
    return section;
  }

  private static Div line(String key) {
    Span name = new Span(key);
    name.addClassName("key");
    Div line = new Div(name);
    line.addClassName("line");
    return line;
  }

  private static Component plain(String key, @Nullable Object value) {
    if (isLong(value)) {
      return folded(key, value);
    }
    Div line = line(key);
    line.add(value(value));
    return line;
  }

  /** What needs more than a few lines is folded under its key. */
  private static boolean isLong(@Nullable Object value) {
    return text(value).length() > LONG || text(value).lines().count() > 3;
  }

  private static Component folded(String key, @Nullable Object value) {
    NativeDetails details =
        new NativeDetails(
            "%s (%s)".formatted(key, Words.count(text(value).lines().count(), "line")));
    details.addClassName("line");
    details.setContent(value(value));
    return details;
  }

  private static Span value(@Nullable Object value) {
    Span span = new Span(text(value));
    span.addClassName("val");
    return span;
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      try {
        return JSON.writeValueAsString(value);
      } catch (JacksonException e) {
        return value.toString();
      }
    }
    return String.valueOf(value);
  }
}
