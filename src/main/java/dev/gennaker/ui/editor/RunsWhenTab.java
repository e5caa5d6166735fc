package dev.gennaker.ui.editor;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Paragraph;
import dev.gennaker.pipeline.Graph;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.Field;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.draft.Wiring;
import dev.gennaker.ui.fields.FieldForm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a stage waits for, and whether it runs at all. */
final class RunsWhenTab extends StageTab {

  private final Desk desk;
  private final String stage;
  private final MultiSelectComboBox<String> waitsFor = new MultiSelectComboBox<>("Waits for");
  private final FieldForm condition;
  private final FieldForm onlyInWindow;
  private final FieldForm window;
  private final FieldForm expiry;
  private final FieldForm limits;

  RunsWhenTab(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    DraftFields fields = new DraftFields(desk, stage);
    condition = new FieldForm(RunConditions.ONLY_IF, RunConditions.CONDITION, fields);
    onlyInWindow = form(Holding.ONLY_IN_WINDOW, fields);
    window = form(Holding.IN_WINDOW, fields);
    expiry = form(Holding.EXPIRY, fields);
    limits = new FieldForm(RunConditions.LIMITS, Path.ROOT, fields);
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
    add(waitsFor, help, condition, onlyInWindow, window, expiry, limits);
  }

  private static FieldForm form(List<Field> described, DraftFields fields) {
    return new FieldForm(described, Path.ROOT, fields);
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
    @Nullable JsonNode on = desk.document().get(stage, Holding.SWITCH);
    window.setVisible(on != null && on.asBoolean(false));
    forms().forEach(FieldForm::refresh);
  }

  @Override
  void focusFirst() {
    waitsFor.focus();
  }

  @Override
  boolean holds(String problem) {
    return problem.startsWith(".requisiteStageRefIds")
        || forms().anyMatch(form -> form.holds(problem));
  }

  private Stream<FieldForm> forms() {
    return Stream.of(condition, onlyInWindow, window, expiry, limits);
  }

  @Override
  void focus(String problem) {
    if (forms().noneMatch(form -> form.focus(problem))) {
      waitsFor.focus();
    }
  }
}
