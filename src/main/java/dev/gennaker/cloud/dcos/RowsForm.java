package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A list of small objects, one row each; keys without a column stay as they are. */
final class RowsForm extends VerticalLayout {

  private final String noun;
  private final List<Map<String, Object>> rows;
  private final Consumer<List<Map<String, Object>>> changed;
  private final List<Column> columns;
  private final VerticalLayout lines = new VerticalLayout();

  /** Makes the field of one key in one row. */
  interface Column {
    Component field(Map<String, Object> row, Runnable edited);
  }

  RowsForm(
      String noun,
      List<Map<String, Object>> rows,
      Consumer<List<Map<String, Object>>> changed,
      Column... columns) {
    this.noun = noun;
    this.rows = new ArrayList<>(rows);
    this.changed = changed;
    this.columns = List.of(columns);
    setPadding(false);
    lines.setPadding(false);
    Button more = new Button("Add " + noun.toLowerCase(java.util.Locale.ROOT), click -> append());
    add(lines, more);
    show();
  }

  private void append() {
    rows.add(new LinkedHashMap<>());
    show();
  }

  private void remove(int index) {
    rows.remove(index);
    show();
    tell();
  }

  private void tell() {
    changed.accept(
        rows.stream().map(row -> (Map<String, Object>) new LinkedHashMap<>(row)).toList());
  }

  private void show() {
    lines.removeAll();
    for (int i = 0; i < rows.size(); i++) {
      int index = i;
      HorizontalLayout line = new HorizontalLayout();
      line.setWrap(true);
      line.setAlignItems(FlexComponent.Alignment.BASELINE);
      columns.forEach(column -> line.add(column.field(rows.get(index), this::tell)));
      Button remove = new Button("Remove", click -> remove(index));
      remove.setAriaLabel("Remove " + noun + " " + (index + 1));
      line.add(remove);
      lines.add(line);
    }
  }

  static Column text(String label, String key) {
    return text(label, key, value -> value);
  }

  static Column number(String label, String key) {
    return text(label, key, EntryForm::numberOr);
  }

  private static Column text(
      String label, String key, java.util.function.Function<String, Object> read) {
    return (row, edited) -> {
      TextField field = new TextField(label);
      field.setValue(String.valueOf(row.getOrDefault(key, "")));
      field.addValueChangeListener(
          e -> {
            if (e.getValue().isBlank()) {
              row.remove(key);
            } else {
              row.put(key, read.apply(e.getValue()));
            }
            edited.run();
          });
      return field;
    };
  }

  static Column choice(String label, String key, List<String> items) {
    return (row, edited) -> {
      ComboBox<String> box = new ComboBox<>(label);
      List<String> all = new ArrayList<>(items);
      Object now = row.get(key);
      if (now != null && !all.contains(String.valueOf(now))) {
        all.add(String.valueOf(now));
      }
      box.setItems(all);
      box.setValue(now == null ? null : String.valueOf(now));
      box.addValueChangeListener(
          e -> {
            if (e.getValue() == null) {
              row.remove(key);
            } else {
              row.put(key, e.getValue());
            }
            edited.run();
          });
      return box;
    };
  }

  static Column flag(String label, String key) {
    return (row, edited) -> {
      Checkbox box = new Checkbox(label);
      box.setValue(Boolean.parseBoolean(String.valueOf(row.get(key))));
      box.addValueChangeListener(
          e -> {
            row.put(key, e.getValue());
            edited.run();
          });
      return box;
    };
  }
}
