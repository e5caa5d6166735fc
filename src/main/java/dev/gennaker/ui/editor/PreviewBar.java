package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.gennaker.ui.editor.Previews.Answer;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** At the foot of a stage's settings: the run whose values its expressions are shown with. */
final class PreviewBar extends Div {

  private static final String NONE =
      "No run yet. Once there is one, expressions are shown with what they become in it.";

  private final Desk desk;
  private final String stage;
  private final Select<PastRun> select = new Select<>();
  private final Div choice;
  private final Paragraph note = new Paragraph();
  private List<PastRun> offered = List.of();

  PreviewBar(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    addClassName("pv-bar");
    getElement().setAttribute("data-test", "preview");
    select.setAriaLabel("Preview against");
    select.setItemLabelGenerator(this::label);
    select.setRenderer(new ComponentRenderer<>(this::item));
    select.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            desk.preview().choose(event.getValue());
          }
        });
    choice = Dom.div("pv-choice", Dom.span("Preview against"), select);
    note.addClassName("help");
    note.getElement().setAttribute("aria-live", "polite");
    add(choice, note);
  }

  /** Follows the runs and the draft. */
  void refresh() {
    Preview preview = desk.preview();
    if (!offered.equals(preview.runs())) {
      offered = preview.runs();
      select.setItems(offered);
    }
    @Nullable PastRun run = preview.run();
    choice.setVisible(run != null);
    if (run != null && !run.equals(select.getValue())) {
      select.setValue(run);
    }
    String words = words(run, preview);
    note.setText(words);
    note.setVisible(!words.isEmpty());
  }

  private String words(@Nullable PastRun run, Preview preview) {
    if (run == null) {
      return NONE;
    }
    Answer answer = preview.answer(stage);
    return Optional.of(answer.refusal())
        .filter(refusal -> !refusal.isEmpty())
        .orElse(
            answer.preview().inRun()
                ? ""
                : "This stage is not in that run; it is shown with what the stages before it put"
                    + " out there.");
  }

  private String label(PastRun run) {
    return run.label(desk.services().clock().instant());
  }

  private Span item(PastRun run) {
    return Dom.spanOf(
        "st", StatusWord.shape(Status.of(run.status(), false, false)), Dom.span(label(run), "w"));
  }
}
