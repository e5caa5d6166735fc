package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import dev.gennaker.ui.kit.Icon;
import java.util.List;

/** The pipeline itself: name, parameters, how many runs at a time. */
final class PipelinePart extends Div implements InspectorPart {

  private final List<FieldForm> forms;

  PipelinePart(Desk desk) {
    DraftFields fields = new DraftFields(desk, null);
    FieldForm about = new FieldForm(PipelineFields.ABOUT, Path.ROOT, fields);
    FieldForm parameters = new FieldForm(PipelineFields.PARAMETERS, Path.ROOT, fields);
    FieldForm runs = new FieldForm(PipelineFields.RUNS, Path.ROOT, fields);
    forms = List.of(about, parameters, runs);
    Span tile = new Span(new Icon("workflow"));
    tile.addClassName("tile");
    H2 title = new H2("Pipeline settings");
    Div head = new Div(tile, title);
    head.addClassName("insp-head");
    Paragraph hint = new Paragraph("Select a stage to change its settings.");
    hint.addClassNames("ink2", "insp-line");
    Div body = new Div(about, parameters, runs);
    body.addClassName("insp-body");
    add(head, hint, body);
  }

  @Override
  public void refresh() {
    forms.forEach(FieldForm::refresh);
  }

  @Override
  public void focusFirst() {
    forms.getFirst().focusFirst();
  }

  @Override
  public void focus(String problem) {
    for (FieldForm form : forms) {
      if (form.focus(problem)) {
        return;
      }
    }
  }
}
