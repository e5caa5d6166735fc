package dev.gennaker.ui.editor;

import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.draft.Pretty;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A stage as JSON, where nobody here knows its type. */
final class StageJson extends TextArea {

  private final Desk desk;
  private final String stage;
  private @Nullable JsonNode shown;

  StageJson(Desk desk, String stage) {
    super("The stage as JSON");
    this.desk = desk;
    this.stage = stage;
    addClassName("as-code");
    setMinRows(8);
    setReadOnly(!desk.editable());
    setValueChangeMode(ValueChangeMode.ON_BLUR);
    addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            read(event.getValue());
          }
        });
    refresh();
  }

  void refresh() {
    @Nullable JsonNode now = desk.document().get(stage, Path.ROOT);
    if (now != null && !now.equals(shown)) {
      shown = now;
      setValue(Pretty.print(now));
      setInvalid(false);
    }
  }

  private void read(String text) {
    try {
      if (JsonMapper.shared().readTree(text) instanceof ObjectNode object) {
        setInvalid(false);
        shown = object;
        desk.attempt(
            () -> {
              desk.draft()
                  .edit(
                      "edit %s as JSON".formatted(desk.document().nameOf(stage)),
                      document -> document.with(stage, Path.ROOT, object));
              return true;
            });
        return;
      }
      refuse("A stage is a JSON object, { … }.");
    } catch (JacksonException e) {
      refuse(
          "This is not JSON: %s (line %d). It stays here and counts once it is."
              .formatted(e.getOriginalMessage(), e.getLocation().getLineNr()));
    }
  }

  private void refuse(String why) {
    setErrorMessage(why);
    setInvalid(true);
  }
}
