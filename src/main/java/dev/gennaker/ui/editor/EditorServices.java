package dev.gennaker.ui.editor;

import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.fields.Suggestions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the editor needs of the other rooms, gathered so that its panels need not name each. */
@Component
record EditorServices(
    StageCatalog catalog,
    Pipelines pipelines,
    Executions executions,
    Permissions permissions,
    Suggestions suggestions,
    ObjectProvider<StageForm> forms,
    Drafts drafts,
    Previews previews,
    Clock clock) {

  /** The form a stage type brings; empty where the derived one is good enough. */
  Optional<StageForm> form(String type) {
    return forms.stream().filter(form -> form.type().equals(type)).findFirst();
  }
}
