package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.Component;
import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.form.DeployForm;
import dev.gennaker.stage.form.StageForm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;

/** A deploy stage's form: its server groups, each with its provider's part and a strategy. */
@org.springframework.stereotype.Component
class DeployStageForm implements StageForm {

  private final Clouds clouds;
  private final ObjectProvider<DeployForm> forms;

  DeployStageForm(Clouds clouds, ObjectProvider<DeployForm> forms) {
    this.clouds = clouds;
    this.forms = forms;
  }

  @Override
  public String type() {
    return "deploy";
  }

  @Override
  public Component create(
      Map<String, Object> settings, Place place, Consumer<Map<String, Object>> changed) {
    Map<String, String> providers = new LinkedHashMap<>();
    for (CloudProvider provider : clouds.providers()) {
      providers.put(provider.id(), provider.label());
    }
    return new EntriesForm(
        settings, providers, (entry, change) -> part(place.application(), entry, change), changed);
  }

  /** The provider's part of one entry; JSON where nobody knows the provider. */
  private Component part(
      String application, Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    Object provider = entry.getOrDefault("cloudProvider", entry.get("provider"));
    return forms.stream()
        .filter(form -> form.provider().equals(provider))
        .findFirst()
        .map(form -> form.create(application, entry, changed))
        .orElseGet(() -> new JsonForm(entry, changed));
  }
}
