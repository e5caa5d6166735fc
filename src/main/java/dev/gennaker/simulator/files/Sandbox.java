package dev.gennaker.simulator.files;

import dev.gennaker.simulator.marathon.Agent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where a task runs or ran. What lies in it follows from these facts and the time; none of it is
 * kept.
 *
 * @param labels of its app or job
 * @param ended null while it runs
 * @param state Mesos' word
 * @param message what was said when it failed; empty otherwise
 */
public record Sandbox(
    String task,
    String framework,
    Agent agent,
    JsonNode labels,
    Instant begun,
    @Nullable Instant ended,
    String state,
    String message,
    LogKnobs log) {

  String container() {
    return UUID.nameUUIDFromBytes(task.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Where the agent keeps it; command tasks are their own executors. */
  String directory() {
    return "/var/lib/mesos/slave/slaves/%s%s/%s"
        .formatted(agent.id(), latest().replaceFirst("/latest$", ""), container());
  }

  /** The same without knowing the agent's folders. */
  String latest() {
    return "/frameworks/%s/executors/%s/runs/latest".formatted(framework, task);
  }

  /** The path below the sandbox; null when that is not in it. */
  @Nullable String below(String path) {
    String plain = path.replaceAll("/+$", "");
    for (String root : new String[] {directory(), latest()}) {
      if (plain.equals(root)) {
        return "";
      }
      if (plain.startsWith(root + "/")) {
        return plain.substring(root.length() + 1);
      }
    }
    return null;
  }
}
