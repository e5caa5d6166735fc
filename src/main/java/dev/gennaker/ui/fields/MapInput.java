package dev.gennaker.ui.fields;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.kit.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keys and values, one pair a row; a value that is JSON stays JSON, everything else is text. */
final class MapInput implements Input {

  private record Row(TextField key, TextField value, Component line) {}

  private final Field field;
  private final Consumer<@Nullable JsonNode> changed;
  private final Div rows = new Div();
  private final Button add = new Button("Add a pair", new Icon("plus", "i14"));
  private final Div root = new Div(rows, add);
  private final List<Row> shown = new ArrayList<>();
  private @Nullable JsonNode last;

  MapInput(Field field, Consumer<@Nullable JsonNode> changed) {
    this.field = field;
    this.changed = changed;
    root.addClassName("pairs");
    root.getElement().setAttribute("role", "group");
    root.getElement().setAttribute("aria-label", field.label());
    add.setThemeName("tertiary");
    add.addClickListener(
        click -> {
          row("", null);
          shown.getLast().key().focus();
        });
  }

  @Override
  public Component component() {
    return root;
  }

  @Override
  public void show(@Nullable JsonNode value) {
    if (value != null && value.equals(last)) {
      return;
    }
    last = value;
    rows.removeAll();
    shown.clear();
    if (value instanceof ObjectNode object) {
      object.propertyStream().forEach(entry -> row(entry.getKey(), entry.getValue()));
    }
  }

  @Override
  public void setEnabled(boolean enabled) {
    root.setEnabled(enabled);
  }

  @Override
  public void focus() {
    if (shown.isEmpty()) {
      add.focus();
    } else {
      shown.getFirst().key().focus();
    }
  }

  private void row(String key, @Nullable JsonNode value) {
    TextField name = text(field.label() + ", key", key);
    TextField content = text(field.label() + ", value", value == null ? "" : Inputs.plain(value));
    content.addClassName("as-code");
    Button remove = new Button(new Icon("x", "i14"));
    remove.setThemeName("tertiary icon");
    remove.setAriaLabel("Remove this pair of " + field.label());
    Div line = new Div(name, content, remove);
    line.addClassName("pair");
    Row row = new Row(name, content, line);
    remove.addClickListener(
        click -> {
          shown.remove(row);
          rows.remove(line);
          tell();
        });
    shown.add(row);
    rows.add(line);
  }

  private TextField text(String label, String value) {
    TextField input = new TextField();
    input.setAriaLabel(label);
    input.setValue(value);
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            tell();
          }
        });
    return input;
  }

  private void tell() {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    for (Row row : shown) {
      if (!row.key().getValue().isBlank()) {
        object.set(row.key().getValue().strip(), value(row.value().getValue()));
      }
    }
    last = object.isEmpty() ? null : object;
    changed.accept(last);
  }

  private static JsonNode value(String text) {
    if (text.strip().matches("(?s)-?\\d+(\\.\\d+)?|true|false|\\{.*}|\\[.*]")) {
      try {
        return JsonMapper.shared().readTree(text);
      } catch (JacksonException e) {
        return JsonMapper.shared().valueToTree(text);
      }
    }
    return JsonMapper.shared().valueToTree(text);
  }
}
