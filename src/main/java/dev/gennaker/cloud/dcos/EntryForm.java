package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a deploy stage being edited. Keys nobody asked about stay as they are; a field that
 * is emptied loses its key. Every edit tells the complete entry.
 */
final class EntryForm {

  private final Map<String, Object> entry;
  private final Consumer<Map<String, Object>> changed;

  EntryForm(Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    this.entry = new LinkedHashMap<>(entry);
    this.changed = changed;
  }

  Map<String, Object> entry() {
    return new LinkedHashMap<>(entry);
  }

  /** The value at a path such as {@code docker.image}; null for none. */
  @Nullable Object get(String path) {
    Object value = entry;
    for (String key : path.split("\\.")) {
      value = value instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return value;
  }

  String text(String path) {
    Object value = get(path);
    return value == null || value instanceof Map || value instanceof Collection
        ? ""
        : String.valueOf(value);
  }

  List<Map<String, Object>> objects(String path) {
    List<Map<String, Object>> objects = new ArrayList<>();
    if (get(path) instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof Map<?, ?> map) {
          objects.add(copy(map));
        }
      }
    }
    return objects;
  }

  Map<String, Object> map(String path) {
    return get(path) instanceof Map<?, ?> map ? copy(map) : new LinkedHashMap<>();
  }

  /** Sets a value, or removes it when there is none, and tells. */
  void set(String path, @Nullable Object value) {
    put(entry, path, value);
    changed.accept(entry());
  }

  /** Several at once, told once. */
  void setAll(Map<String, @Nullable Object> values) {
    values.forEach((path, value) -> put(entry, path, value));
    changed.accept(entry());
  }

  private static void put(Map<String, Object> into, String path, @Nullable Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      if (empty(value)) {
        into.remove(path);
      } else {
        into.put(path, java.util.Objects.requireNonNull(value));
      }
      return;
    }
    String key = path.substring(0, dot);
    Map<String, Object> inner =
        into.get(key) instanceof Map<?, ?> map ? copy(map) : new LinkedHashMap<>();
    put(inner, path.substring(dot + 1), value);
    put(into, key, inner);
  }

  private static boolean empty(@Nullable Object value) {
    return value == null
        || (value instanceof String text && text.isBlank())
        || (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }

  /** A number where one was written, else the text: it may be an expression. */
  static Object numberOr(String text) {
    String plain = text.strip();
    if (plain.matches("-?\\d{1,9}")) {
      return Integer.valueOf(plain);
    }
    return plain.matches("-?\\d{1,9}\\.\\d{1,9}") ? (Object) Double.valueOf(plain) : text;
  }

  TextField field(String label, String path, String help) {
    return field(label, path, help, text -> text);
  }

  /** A field for a number or an expression. */
  TextField number(String label, String path, String help) {
    return field(label, path, help, EntryForm::numberOr);
  }

  private TextField field(
      String label, String path, String help, java.util.function.Function<String, Object> read) {
    TextField field = new TextField(label);
    field.setId("dcos-" + path.replace('.', '-'));
    field.setHelperText(help);
    field.setValue(text(path));
    field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
    field.addValueChangeListener(e -> set(path, read.apply(e.getValue())));
    return field;
  }

  /** A choice that also takes what is not on the list, such as an expression. */
  ComboBox<String> choice(String label, String path, Collection<String> items) {
    ComboBox<String> box = new ComboBox<>(label);
    box.setId("dcos-" + path.replace('.', '-'));
    List<String> all = new ArrayList<>(items);
    String now = text(path);
    if (!now.isEmpty() && !all.contains(now)) {
      all.add(now);
    }
    box.setItems(all);
    box.setAllowCustomValue(true);
    box.setValue(now.isEmpty() ? null : now);
    box.addCustomValueSetListener(e -> box.setValue(e.getDetail()));
    box.addValueChangeListener(e -> set(path, e.getValue()));
    return box;
  }
}
