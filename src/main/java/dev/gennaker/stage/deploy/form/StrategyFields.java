package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Inputs on keys of one entry; every one takes an expression too. */
final class StrategyFields {

  private final Map<String, Object> entry;
  private final Consumer<Map<String, Object>> changed;

  StrategyFields(Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    this.entry = new HashMap<>(entry);
    this.changed = changed;
  }

  Map<String, Object> entry() {
    return entry;
  }

  void put(String key, @Nullable Object value) {
    if (value == null || value.equals("") || value.equals(Map.of()) || value.equals(List.of())) {
      entry.remove(key);
    } else {
      entry.put(key, value);
    }
    changed.accept(new HashMap<>(entry));
  }

  TextField number(String key, String label, String unit) {
    TextField field = field(label, unit + ", or an expression", entry.get(key));
    field.addValueChangeListener(
        event -> {
          String text = event.getValue().strip();
          mark(field, text.matches("\\d{0,9}"), "Give a whole number, zero or more.");
          put(key, number(text));
        });
    return field;
  }

  Checkbox flag(String key, String label) {
    Checkbox box = new Checkbox(label, isTrue(entry.get(key)));
    box.addValueChangeListener(event -> put(key, event.getValue()));
    return box;
  }

  /** A flag of an object below the entry. */
  Checkbox inside(String object, String key, String label) {
    Checkbox box = new Checkbox(label, isTrue(below(object).get(key)));
    box.addValueChangeListener(event -> putBelow(object, key, event.getValue()));
    return box;
  }

  /**
   * @param object the object below the entry that has the key; null for the entry itself
   */
  TextField text(@Nullable String object, String key, String label, String help) {
    TextField field = field(label, help, below(object).get(key));
    field.addValueChangeListener(event -> putBelow(object, key, event.getValue().strip()));
    return field;
  }

  /** Names and values, one pair a line. */
  TextArea pairs(@Nullable String object, String key, String label) {
    TextArea area = new TextArea(label);
    area.setHelperText("one a line: name = value");
    area.setWidthFull();
    Map<String, Object> written = map(below(object).get(key));
    area.setValue(
        written.entrySet().stream()
            .map(pair -> pair.getKey() + " = " + pair.getValue())
            .sorted()
            .collect(Collectors.joining("\n")));
    area.addValueChangeListener(event -> putBelow(object, key, read(event.getValue(), written)));
    return area;
  }

  /** Shares one after another. */
  TextField percentages(String key, String label) {
    Object written = entry.get(key);
    String text =
        written instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
            : written == null ? "" : String.valueOf(written);
    TextField field =
        field(label, "percent, e.g. 25, 50, 100, or an expression; 100 is added at the end", text);
    field.addValueChangeListener(
        event -> {
          String now = event.getValue().strip();
          boolean numbers = now.matches("(\\d{1,3}\\s*%?([,;\\s]+|$))*");
          mark(field, numbers, "Give percentages with commas between, e.g. 25, 50, 100.");
          put(key, numbers ? shares(now) : now);
        });
    return field;
  }

  static TextField field(String label, String help, @Nullable Object written) {
    TextField field = new TextField(label);
    field.setHelperText(help);
    field.setValue(written == null ? "" : String.valueOf(written));
    field.setWidthFull();
    return field;
  }

  static void mark(TextField field, boolean right, String fix) {
    boolean fine = right || field.getValue().contains("${");
    field.setInvalid(!fine);
    field.setErrorMessage(fine ? "" : fix);
  }

  /** A number where it is one, else the text. */
  static Object number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : text;
  }

  static boolean isTrue(@Nullable Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }

  static Map<String, Object> map(@Nullable Object written) {
    Map<String, Object> map = new HashMap<>();
    if (written instanceof Map<?, ?> object) {
      object.forEach((key, value) -> map.put(String.valueOf(key), value));
    }
    return map;
  }

  private Map<String, Object> below(@Nullable String object) {
    return object == null ? entry : map(entry.get(object));
  }

  private void putBelow(@Nullable String object, String key, Object value) {
    if (object == null) {
      put(key, value);
      return;
    }
    Map<String, Object> all = below(object);
    if (value.equals("") || value.equals(Map.of())) {
      all.remove(key);
    } else {
      all.put(key, value);
    }
    put(object, all);
  }

  private static List<Integer> shares(String text) {
    return Stream.of(text.split("[,;%\\s]+"))
        .filter(part -> !part.isBlank())
        .map(Integer::valueOf)
        .toList();
  }

  /** A value that was not touched keeps its kind. */
  private static Map<String, Object> read(String text, Map<String, Object> before) {
    Map<String, Object> pairs = new HashMap<>();
    for (String line : new ArrayList<>(text.lines().toList())) {
      int sign = line.indexOf('=');
      String key = (sign < 0 ? line : line.substring(0, sign)).strip();
      String value = sign < 0 ? "" : line.substring(sign + 1).strip();
      if (!key.isEmpty()) {
        Object old = before.get(key);
        pairs.put(key, old != null && String.valueOf(old).equals(value) ? old : value);
      }
    }
    return pairs;
  }
}
