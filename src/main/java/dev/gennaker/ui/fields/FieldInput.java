package dev.gennaker.ui.fields;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasEnabled;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An {@link Input} around one of Vaadin's fields. */
final class FieldInput<F extends AbstractField<?, V> & Focusable<?>, V extends @Nullable Object>
    implements Input {

  private final F field;
  private final Function<@Nullable JsonNode, V> toField;
  private boolean showing;

  /**
   * @param toField what the field shows for a value
   * @param changed called with the field and what a person entered
   */
  FieldInput(F field, Function<@Nullable JsonNode, V> toField, BiConsumer<F, @Nullable V> changed) {
    this.field = field;
    this.toField = toField;
    field.addValueChangeListener(
        event -> {
          if (!showing && event.isFromClient()) {
            changed.accept(field, event.getValue());
          }
        });
  }

  @Override
  public Component component() {
    return field;
  }

  @Override
  public void show(@Nullable JsonNode value) {
    V shown = toField.apply(value);
    if (!java.util.Objects.equals(shown, field.getValue())) {
      showing = true;
      try {
        field.setValue(shown);
      } finally {
        showing = false;
      }
    }
  }

  @Override
  public void setEnabled(boolean enabled) {
    ((HasEnabled) field).setEnabled(enabled);
  }

  @Override
  public void focus() {
    field.focus();
  }
}
