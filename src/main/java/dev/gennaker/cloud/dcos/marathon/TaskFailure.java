package dev.gennaker.cloud.dcos.marathon;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * The last failure of one of an app's instances.
 *
 * @param state Mesos' word, e.g. {@code TASK_FAILED}
 * @param version the definition the instance ran
 * @param timestamp as Marathon wrote it
 */
public record TaskFailure(
    String taskId, String state, String message, String host, String version, String timestamp) {

  static TaskFailure of(JsonNode json) {
    return new TaskFailure(
        json.path("taskId").asString(""),
        json.path("state").asString(""),
        json.path("message").asString("").strip(),
        json.path("host").asString(""),
        json.path("version").asString(""),
        json.path("timestamp").asString(""));
  }

  /** Whether the container's image could not be had. */
  public boolean image() {
    String text = message.toLowerCase(Locale.ROOT);
    return text.contains("pull")
        || text.contains("manifest unknown")
        || text.contains("manifest for")
        || text.contains("repository does not exist")
        || text.contains("unexpected response code: '404 not found' for uri")
        || (text.contains("image") && text.contains("not found"));
  }

  public String sentence() {
    return "%s on %s: %s"
        .formatted(
            state,
            host.isEmpty() ? "an unknown host" : host,
            message.isEmpty() ? "no message" : message);
  }
}
