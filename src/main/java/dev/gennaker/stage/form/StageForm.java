package dev.gennaker.stage.form;

import com.vaadin.flow.component.Component;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A form of its own for a stage type, where the one derived from its record is not good enough; a
 * Spring bean beside the type.
 */
public interface StageForm {

  /** The stage type it edits. */
  String type();

  /**
   * A fresh component showing the settings.
   *
   * @param settings the stage's settings as written, unknown keys included
   * @param place where the stage stands, for pickers
   * @param changed called with the complete new settings after every edit; unknown keys must still
   *     be there
   */
  Component create(
      Map<String, Object> settings, Place place, Consumer<Map<String, Object>> changed);

  /** Where the edited stage stands. */
  record Place(String application, String refId, java.util.List<String> upstreamRefIds) {}
}
