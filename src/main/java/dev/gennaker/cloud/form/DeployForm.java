package dev.gennaker.cloud.form;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Consumer;

/** A provider's part of the deploy stage's form; a Spring bean beside the provider. */
public interface DeployForm {

  /** The {@code cloudProvider} it belongs to. */
  String provider();

  /**
   * A fresh component for one cluster entry of a deploy stage.
   *
   * @param cluster the entry as written, unknown keys included
   * @param changed called with the complete new entry after every edit; unknown keys must still be
   *     there
   */
  Component create(
      String application, Map<String, Object> cluster, Consumer<Map<String, Object>> changed);
}
