package dev.gennaker.ui.editor;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import dev.gennaker.pipeline.Graph;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.ui.draft.Wiring;
import dev.gennaker.ui.fields.FieldForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a stage waits for, and whether it runs at all. */
final class RunsWhenTab extends StageTab {

  private final Desk desk;
  private final String stage;
  private final MultiSelectComboBox<String> waitsFor = new MultiSelectComboBox<>("Waits for");
  private final FieldForm condition;
  private final FieldForm limits;

  RunsWhenTab(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    DraftFields fields = new DraftFields(desk, stage);
    condition = new FieldForm(RunConditions.ONLY_IF, RunConditions.CONDITION, fields);
    limits = new FieldForm(RunConditions.LIMITS, dev.gennaker.ui.draft.Path.ROOT, fields);
    waitsFor.setItemLabelGenerator(id -> desk.document().nameOf(id));
    waitsFor.setReadOnly(!desk.editable());
    waitsFor.setPlaceholder("nothing: it is among the first");
    waitsFor.addValueChangeListener(
        event -> {
          if (event.isFromClient()) {
            desk.attempt(
                () -> {
                  desk.draft()
                      .edit(
                          "what %s waits for".formatted(desk.document().nameOf(stage)),
                          document -> Wiring.waitsFor(document, stage, event.getValue()));
                  return true;
                });
            refresh();
          }
        });
    Paragraph help =
        new Paragraph(
            "It starts when all of them have ended well. Stages that wait for this one are not offered.");
    help.addClassName("help");
    add(waitsFor, help, condition, limits);
  }

  @Override
  void refresh() {
    Graph graph = Graph.of(desk.document().stages());
    Set<String> after = graph.downstream(stage);
    List<String> others =
        desk.document().stages().stream()
            .map(StageDefinition::refId)
            .filter(id -> !id.equals(stage) && !after.contains(id))
            .toList();
    Set<String> now = new LinkedHashSet<>(graph.requisites(stage));
    if (!waitsFor.getListDataView().getItems().toList().equals(others)) {
      waitsFor.setItems(others);
    }
    if (!waitsFor.getValue().equals(now)) {
      waitsFor.setValue(now);
    }
    condition.refresh();
    limits.refresh();
  }

  @Override
  void focusFirst() {
    waitsFor.focus();
  }

  @Override
  boolean holds(String problem) {
    return problem.startsWith(".requisiteStageRefIds")
        || condition.holds(problem)
        || limits.holds(problem);
  }

  @Override
  void focus(String problem) {
    if (!condition.focus(problem) && !limits.focus(problem)) {
      waitsFor.focus();
    }
  }
}
