package dev.gennaker.ui.fields;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.fields.Fields.Choice;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lists of texts: to choose from where something is known, else one a line. */
final class ListInput {

  private ListInput() {}

  static Input of(
      Field field, Supplier<List<Choice>> choices, Consumer<@Nullable JsonNode> changed) {
    return choices.get().isEmpty() && field.options().isEmpty()
        ? lines(field, changed)
        : chosen(field, choices, changed);
  }

  private static Input lines(Field field, Consumer<@Nullable JsonNode> changed) {
    TextArea input = new TextArea();
    input.setAriaLabel(field.label());
    input.setPlaceholder(field.placeholder().isEmpty() ? "one a line" : field.placeholder());
    input.setMinRows(2);
    input.setMaxRows(10);
    input.setValueChangeMode(ValueChangeMode.LAZY);
    return new FieldInput<>(
        input,
        value -> String.join("\n", texts(value)),
        (area, entered) ->
            changed.accept(
                list(
                    Stream.of(entered == null ? new String[0] : entered.split("\n"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())));
  }

  private static Input chosen(
      Field field, Supplier<List<Choice>> choices, Consumer<@Nullable JsonNode> changed) {
    MultiSelectComboBox<String> input = new MultiSelectComboBox<>();
    input.setAriaLabel(field.label());
    input.setPlaceholder(field.placeholder());
    input.setAllowCustomValue(true);
    List<Choice> known = choices.get();
    input.setItemLabelGenerator(value -> Inputs.label(known, value));
    Set<String> items = new LinkedHashSet<>(field.options());
    choices.get().forEach(choice -> items.add(choice.value()));
    input.setItems(items);
    input.addCustomValueSetListener(
        event -> {
          Set<String> all = new LinkedHashSet<>(input.getValue());
          all.add(event.getDetail());
          items.add(event.getDetail());
          input.setItems(items);
          input.setValue(all);
          changed.accept(list(all));
        });
    return new FieldInput<>(
        input,
        value -> {
          Set<String> shown = new LinkedHashSet<>(texts(value));
          if (items.addAll(shown)) {
            input.setItems(items);
          }
          return shown;
        },
        (box, entered) -> changed.accept(list(entered == null ? List.of() : entered)));
  }

  /** A single value is written as a list of one by many documents, and the other way round. */
  private static List<String> texts(@Nullable JsonNode value) {
    if (value == null) {
      return List.of();
    }
    return value.isArray()
        ? value.valueStream().map(Inputs::plain).toList()
        : List.of(Inputs.plain(value));
  }

  private static @Nullable JsonNode list(java.util.Collection<String> texts) {
    return texts.isEmpty() ? null : JsonMapper.shared().valueToTree(texts);
  }
}
