package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the name of a new pipeline and opens its editor; nothing is saved before the first save
 * there.
 */
final class CreateDialog extends Dialog {

  private final TextField name = new TextField("Name");
  private final String application;
  private final Pipelines pipelines;
  private final Actor actor;

  CreateDialog(String application, Pipelines pipelines, Actor actor) {
    super("New pipeline in " + application);
    this.application = application;
    this.pipelines = pipelines;
    this.actor = actor;
    name.setId("pipeline-name");
    name.setRequiredIndicatorVisible(true);
    name.setMaxLength(127);
    name.setWidthFull();
    add(name);
    Button create = new Button("Create", e -> create());
    create.setId("confirm-create");
    create.addThemeVariants(ButtonVariant.PRIMARY);
    create.addClickShortcut(Key.ENTER).listenOn(this);
    getFooter().add(new Button("Not now", e -> close()), create);
  }

  private void create() {
    String wanted = name.getValue().strip();
    if (wanted.isEmpty() || wanted.contains("/")) {
      name.setInvalid(true);
      name.setErrorMessage(
          wanted.isEmpty() ? "Give it a name." : "A name may not hold a slash; leave it out.");
      name.focus();
      return;
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("application", application).put("name", wanted).putArray("stages");
    try {
      pipelines.save(document, null, "", actor);
    } catch (PipelineInvalid invalid) {
      name.setInvalid(true);
      name.setErrorMessage(
          String.join(
              " ", invalid.problems().stream().map(p -> p.message() + " " + p.fix()).toList()));
      name.focus();
      return;
    }
    close();
    UI.getCurrent().navigate(PipelineAddress.edit(application, wanted));
  }
}
