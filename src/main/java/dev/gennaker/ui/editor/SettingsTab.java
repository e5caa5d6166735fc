package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import dev.gennaker.ui.kit.Icon;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of a stage's type: its own form, the derived one, or its JSON. */
final class SettingsTab extends StageTab {

  private final Desk desk;
  private final String stage;
  private final Div problems = new Div();
  private final @Nullable FieldForm derived;
  private final @Nullable OwnForm own;
  private final @Nullable StageJson json;

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
