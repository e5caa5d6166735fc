package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.ui.draft.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The whole document as text, on the same undo stack. Text that is not JSON stays as it is typed
 * and counts once it is.
 */
final class JsonPanel extends Div {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Desk desk;
  private final TextArea area = new TextArea();
  private final Paragraph state = new Paragraph();
  private @Nullable Document shown;

  JsonPanel(Desk desk) {
    this.desk = desk;
    addClassName("jsonp");
    area.addClassName("as-code");
    area.setAriaLabel("The pipeline as JSON");
    area.setSizeFull();
    area.setReadOnly(!desk.editable());
    area.setValueChangeMode(ValueChangeMode.LAZY);
    area.setValueChangeTimeout(400);
    area.getElement().setAttribute("spellcheck", "false");
    area.getElement().setAttribute("data-test", "json");
    area.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            read(event.getValue());
          }
        });
    state.addClassName("jsonp-state");
    state.getElement().setAttribute("role", "status");
    add(area, state);
  }

  /** Follows the draft, unless what is typed says the same. */
  void refresh() {
    Document now = desk.document();
    if (shown == null || !now.equals(shown)) {
      shown = now;
      area.setValue(now.text());
      say("", true);
    }
  }

  void focus() {
    area.focus();
  }

  private void read(String text) {
    try {
      if (!(JSON.readTree(text) instanceof ObjectNode object)) {
        say("A pipeline is a JSON object, { … }. The draft is as it was.", false);
        return;
      }
      Document typed = Document.of(object);
      shown = typed;
      desk.attempt(
          () -> {
            desk.draft().edit((before, after) -> "edit as JSON", "json", document -> typed);
            return true;
          });
      say("", true);
    } catch (JacksonException e) {
      say(
          "Line %d: %s. The draft is as it was until this is JSON."
              .formatted(e.getLocation().getLineNr(), e.getOriginalMessage()),
          false);
    }
  }

  private void say(String text, boolean good) {
    state.setText(text);
    state.getElement().getClassList().set("fail", !good);
  }
}
