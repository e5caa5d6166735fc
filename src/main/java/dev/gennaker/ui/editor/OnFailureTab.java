package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import java.util.List;

/** What a stage's failure does to the run. */
final class OnFailureTab extends StageTab {

  private static final List<String> KEYS =
      List.of(".failPipeline", ".continuePipeline", ".completeOtherBranchesThenFail");

  private final Desk desk;
  private final String stage;
  private final RadioButtonGroup<OnFailure> choice =
      new RadioButtonGroup<>("When this stage fails");
  private final FieldForm tryAgain;

  OnFailureTab(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    choice.setItems(OnFailure.values());
    choice.setRenderer(new ComponentRenderer<>(OnFailureTab::words));
    choice.setReadOnly(!desk.editable());
    choice.addClassName("radio-list");
    choice.addValueChangeListener(
        event -> {
          if (event.isFromClient() && event.getValue() != null) {
            desk.attempt(
                () -> {
                  desk.draft()
                      .edit(
                          "what a failure of %s does".formatted(desk.document().nameOf(stage)),
                          document -> event.getValue().in(document, stage));
                  return true;
                });
          }
        });
    tryAgain = new FieldForm(Holding.TRY_AGAIN, Path.ROOT, new DraftFields(desk, stage));
    add(choice, tryAgain);
  }

  @Override
  void refresh() {
    OnFailure now = OnFailure.of(desk.document(), stage);
    if (choice.getValue() != now) {
      choice.setValue(now);
    }
    tryAgain.refresh();
  }

  @Override
  void focusFirst() {
    choice.getElement().callJsFunction("focus");
  }

  @Override
  boolean holds(String problem) {
    return KEYS.contains(problem) || tryAgain.holds(problem);
  }

  @Override
  void focus(String problem) {
    if (!tryAgain.focus(problem)) {
      choice.getElement().callJsFunction("focus");
    }
  }

  private static Div words(OnFailure option) {
    Span detail = new Span(option.detail());
    detail.addClassName("help");
    Div words = new Div(new Span(option.label()), detail);
    words.addClassName("radio-words");
    return words;
  }
}
