package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.execution.StagePreview;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import dev.gennaker.ui.fields.PreviewLines;
import dev.gennaker.ui.kit.Icon;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The settings of a stage's type: its own form, the derived one, or its JSON. */
final class SettingsTab extends StageTab {

  /** Settings of every stage, which have tabs of their own. */
  private static final Set<Object> ELSEWHERE =
      Set.of(
          "stageEnabled",
          "comments",
          "retry",
          "restrictedExecutionWindow",
          "startTimeExpiry",
          "stageTimeoutMs");

  private final Desk desk;
  private final String stage;
  private final Div problems = new Div();
  private final @Nullable FieldForm derived;
  private final @Nullable OwnForm own;
  private final @Nullable StageJson json;
  private final PreviewLines preview = new PreviewLines();

  SettingsTab(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    StageDefinition definition = desk.document().stage(stage).orElseThrow();
    Optional<StageType<?>> type = desk.words().type(definition);
    Optional<StageForm> form = desk.services().form(definition.type());
    problems.addClassName("fld-notes");
    derived =
        type.isPresent() && form.isEmpty()
            ? new FieldForm(
                desk.services().catalog().fields(type.get()),
                Path.ROOT,
                new DraftFields(desk, stage))
            : null;
    own = form.map(f -> new OwnForm(desk, stage, f)).orElse(null);
    json = derived == null && own == null ? new StageJson(desk, stage) : null;
    add(problems);
    for (@Nullable Component part : new @Nullable Component[] {derived, own, json}) {
      if (part != null) {
        add(part);
      }
    }
    add(preview);
  }

  @Override
  void refresh() {
    problems.removeAll();
    FieldForm form = derived;
    for (StageProblems.Located located : desk.problems().ofStage(stage)) {
      if (form == null || !form.holds(located.path())) {
        problems.add(line(located));
      }
    }
    if (form != null) {
      form.refresh();
    }
    Optional.ofNullable(own).ifPresent(OwnForm::refresh);
    Optional.ofNullable(json).ifPresent(StageJson::refresh);
    if (form == null) {
      preview.show(ownTexts(), Path.ROOT);
    }
  }

  @Override
  void focusFirst() {
    Optional.ofNullable(derived).ifPresent(FieldForm::focusFirst);
    Optional.ofNullable(own).ifPresent(OwnForm::focusFirst);
    Optional.ofNullable(json).ifPresent(StageJson::focus);
  }

  @Override
  boolean holds(String problem) {
    FieldForm form = derived;
    return form == null || form.holds(problem);
  }

  @Override
  void focus(String problem) {
    Optional.ofNullable(derived).ifPresentOrElse(form -> form.focus(problem), this::focusFirst);
  }

  @Override
  String badge() {
    int count = desk.problems().ofStage(stage).size();
    return count == 0 ? "" : String.valueOf(count);
  }

  /** A form that is not ours has no place for them, so they stand together after it. */
  private List<StagePreview.Text> ownTexts() {
    return desk.preview().texts(stage, Path.ROOT).stream()
        .filter(text -> !ELSEWHERE.contains(text.path().getFirst()))
        .toList();
  }

  private static Paragraph line(StageProblems.Located located) {
    boolean error = located.problem().isError();
    Span fix = new Span(located.problem().fix());
    fix.addClassName("ink2");
    Paragraph line =
        new Paragraph(
            new Icon(error ? "circle-alert" : "triangle-alert", "i12"),
            new Span(located.problem().message() + " "),
            fix);
    line.addClassNames("prob", error ? "fail" : "wait");
    return line;
  }
}
