package dev.gennaker.ui.fields;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.draft.Pretty;
import dev.gennaker.ui.fields.Fields.Choice;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The widget for each kind of field; every one names itself by the field's label. */
final class Inputs {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Milliseconds after the last key before what was typed counts. */
  private static final int TYPED = 200;

  private Inputs() {}

  /**
   * @param choices asked whenever a list opens
   * @param changed what a person entered; null for nothing
   */
  static Input of(
      Field field, Supplier<List<Choice>> choices, Consumer<@Nullable JsonNode> changed) {
    return switch (field.kind()) {
      case FLAG -> flag(field, changed);
      case CHOICE -> choice(field, changed);
      case NUMBER, PERCENT -> number(field, changed);
      case SECONDS -> DurationInput.of(field, changed);
      case LIST, REGIONS, ROLES -> ListInput.of(field, choices, changed);
      case MAP -> new MapInput(field, changed);
      case JSON -> json(field, changed);
      case MULTILINE, MARKDOWN -> area(field, changed);
      case ACCOUNT, REGION, CLUSTER, SERVER_GROUP_TARGET, APPLICATION, PIPELINE ->
          suggested(field, choices, changed);
      case TEXT ->
          choices.get().isEmpty() ? text(field, changed) : suggested(field, choices, changed);
      case AUTO, EXPRESSION -> text(field, changed);
      case IMAGE -> image(field, changed);
    };
  }

  /** For a value that is worked out, whatever its kind. */
  static Input expression(Field field, Consumer<@Nullable JsonNode> changed) {
    TextField input = new TextField();
    input.addClassName("as-code");
    input.setPlaceholder("${…}");
    return typed(input, field, changed, Inputs::text);
  }

  private static Input text(Field field, Consumer<@Nullable JsonNode> changed) {
    TextField input = new TextField();
    input.setPlaceholder(field.placeholder());
    return typed(input, field, changed, Inputs::text);
  }

  /** A name, or an object that says where the name comes from. */
  private static Input image(Field field, Consumer<@Nullable JsonNode> changed) {
    TextField input = new TextField();
    input.setPlaceholder(field.placeholder());
    return typed(
        input,
        field,
        changed,
        entered -> {
          try {
            return entered.startsWith("{") ? JSON.readTree(entered) : text(entered);
          } catch (JacksonException e) {
            return text(entered);
          }
        });
  }

  private static Input area(Field field, Consumer<@Nullable JsonNode> changed) {
    TextArea input = new TextArea();
    input.setPlaceholder(field.placeholder());
    input.setMinRows(3);
    input.setMaxRows(14);
    return typed(input, field, changed, Inputs::text);
  }

  private static Input number(Field field, Consumer<@Nullable JsonNode> changed) {
    TextField input = new TextField();
    input.setPlaceholder(field.placeholder());
    if (!field.unit().isEmpty()) {
      input.setSuffixComponent(new Span(field.unit()));
    }
    input.getElement().setAttribute("inputmode", "decimal");
    return typed(input, field, changed, Inputs::number);
  }

  private static Input json(Field field, Consumer<@Nullable JsonNode> changed) {
    TextArea input = new TextArea();
    input.addClassName("as-code");
    input.setMinRows(3);
    input.setMaxRows(18);
    input.setAriaLabel(field.label());
    input.setValueChangeMode(ValueChangeMode.ON_BLUR);
    return new FieldInput<>(
        input,
        value -> value == null ? "" : Pretty.print(value),
        (area, entered) -> {
          try {
            area.setInvalid(false);
            changed.accept(entered == null || entered.isBlank() ? null : JSON.readTree(entered));
          } catch (JacksonException e) {
            area.setInvalid(true);
            area.setErrorMessage(
                "This is not JSON: %s (line %d). It is kept here and counts once it is."
                    .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()));
          }
        });
  }

  private static Input flag(Field field, Consumer<@Nullable JsonNode> changed) {
    Checkbox input = new Checkbox(field.label());
    boolean standard = "true".equals(field.placeholder());
    return new FieldInput<>(
        input,
        value -> value == null ? standard : value.asBoolean(standard),
        (box, entered) -> changed.accept(JSON.valueToTree(Boolean.TRUE.equals(entered))));
  }

  private static Input choice(Field field, Consumer<@Nullable JsonNode> changed) {
    Select<String> input = new Select<>();
    input.setAriaLabel(field.label());
    input.setPlaceholder(field.placeholder());
    input.setItems(field.options());
    input.setEmptySelectionAllowed(!field.required());
    return new FieldInput<>(
        input,
        value -> {
          String shown = value == null ? "" : plain(value);
          List<String> known =
              field.options().stream().filter(o -> o.equalsIgnoreCase(shown)).toList();
          if (known.isEmpty() && !shown.isEmpty()) {
            input.setItems(
                java.util.stream.Stream.concat(
                        field.options().stream(), java.util.stream.Stream.of(shown))
                    .toList());
            return shown;
          }
          return known.isEmpty() ? input.getEmptyValue() : known.getFirst();
        },
        (select, entered) ->
            changed.accept(
                entered == null || entered.isEmpty() ? null : JSON.valueToTree(entered)));
  }

  private static Input suggested(
      Field field, Supplier<List<Choice>> choices, Consumer<@Nullable JsonNode> changed) {
    ComboBox<String> input = new ComboBox<>();
    input.setAriaLabel(field.label());
    input.setPlaceholder(field.placeholder());
    input.setAllowCustomValue(true);
    input.setClearButtonVisible(!field.required());
    input.setItemLabelGenerator(value -> label(choices.get(), value));
    input.setItems(
        query -> {
          String words = query.getFilter().orElse("").toLowerCase(java.util.Locale.ROOT);
          return choices.get().stream()
              .filter(c -> c.label().toLowerCase(java.util.Locale.ROOT).contains(words))
              .map(Choice::value)
              .skip(query.getOffset())
              .limit(query.getLimit());
        });
    input.addCustomValueSetListener(
        event -> {
          input.setValue(event.getDetail());
          changed.accept(JSON.valueToTree(event.getDetail()));
        });
    return new FieldInput<ComboBox<String>, @Nullable String>(
        input,
        value -> value == null ? null : plain(value),
        (box, entered) -> changed.accept(entered == null ? null : JSON.valueToTree(entered)));
  }

  private static <F extends TextFieldBase<?, String>> Input typed(
      F input,
      Field field,
      Consumer<@Nullable JsonNode> changed,
      java.util.function.Function<String, @Nullable JsonNode> read) {
    input.setValueChangeMode(ValueChangeMode.LAZY);
    input.setValueChangeTimeout(TYPED);
    input.setAriaLabel(field.label());
    return new FieldInput<F, String>(
        input,
        value -> value == null ? "" : plain(value),
        (box, entered) -> changed.accept(entered == null ? null : read.apply(entered)));
  }

  private static @Nullable JsonNode text(String entered) {
    return entered.isEmpty() ? null : JSON.valueToTree(entered);
  }

  /** A number where it is one; anything else stays as typed, and the checks say what is wrong. */
  private static @Nullable JsonNode number(String entered) {
    String text = entered.strip();
    if (text.matches("-?\\d{1,18}")) {
      return JSON.valueToTree(Long.valueOf(text));
    }
    return text.matches("-?\\d{1,15}\\.\\d{1,15}")
        ? JSON.valueToTree(Double.valueOf(text))
        : text(entered);
  }

  static String plain(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  static String label(List<Choice> choices, String value) {
    return choices.stream()
        .filter(choice -> choice.value().equals(value))
        .map(Choice::label)
        .findFirst()
        .orElse(value);
  }
}
