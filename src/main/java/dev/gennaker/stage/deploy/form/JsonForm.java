package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One entry as JSON, where its provider brings no form. */
class JsonForm extends TextArea {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  JsonForm(Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    super("Server group as JSON");
    setWidthFull();
    setValue(JSON.writeValueAsString(entry));
    setValueChangeMode(ValueChangeMode.ON_BLUR);
    addValueChangeListener(event -> read(event.getValue(), changed));
  }

  private void read(String text, Consumer<Map<String, Object>> changed) {
    try {
      changed.accept(JSON.readValue(text, new TypeReference<Map<String, Object>>() {}));
      setInvalid(false);
    } catch (JacksonException e) {
      setInvalid(true);
      setErrorMessage("This is not JSON: " + e.getOriginalMessage());
    }
  }
}
