package dev.gennaker.ui.fields;

import com.vaadin.flow.component.Component;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A way to enter one JSON value. */
interface Input {

  Component component();

  /** Shows a value without telling anybody; null empties it. */
  void show(@Nullable JsonNode value);

  void setEnabled(boolean enabled);

  /** Gives it the keyboard. */
  void focus();
}
