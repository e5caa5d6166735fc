package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.Component;
import dev.gennaker.cloud.form.DeployForm;
import java.util.Map;
import java.util.function.Consumer;

/** The DC/OS part of a deploy: guided fields, or Marathon's own JSON. */
@org.springframework.stereotype.Component
final class DcosDeployForm implements DeployForm {

  private final DcosProvider provider;

  DcosDeployForm(DcosProvider provider) {
    this.provider = provider;
  }

  @Override
  public String provider() {
    return provider.id();
  }

  @Override
  public Component create(
      String application, Map<String, Object> cluster, Consumer<Map<String, Object>> changed) {
    return new DeployFieldsForm(application, provider.accounts(), new EntryForm(cluster, changed));
  }
}
