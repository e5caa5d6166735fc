package dev.gennaker.stage.application;

import dev.gennaker.stage.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of the jobs.
 *
 * @param application its attributes, {@code name} among them
 */
record ApplicationJob(
    @Setting(required = true, help = "The attributes, with `name`.")
        Map<String, Object> application) {

  ApplicationJob(@Nullable Map<String, Object> application) {
    this.application = application == null ? Map.of() : application;
  }

  String name() {
    return String.valueOf(application.getOrDefault("name", ""));
  }

  ObjectNode attributes() {
    return JsonMapper.shared().valueToTree(application);
  }

  static String headline(Map<String, Object> settings) {
    return settings.get("application") instanceof Map<?, ?> application
        ? String.valueOf(application.get("name"))
        : "";
  }
}
