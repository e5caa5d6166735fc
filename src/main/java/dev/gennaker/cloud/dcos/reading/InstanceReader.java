package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.TaskFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the tasks of one app. A deployment going on never makes a healthy task look down. */
final class InstanceReader {

  private final boolean checked;
  private final @Nullable TaskFailure failure;
  private final UnaryOperator<String> pool;

  InstanceReader(App app, @Nullable TaskFailure failure, UnaryOperator<String> pool) {
    this.checked = !app.checks().isEmpty();
    this.failure = failure;
    this.pool = pool;
  }

  private record Finding(Health health, String reason) {}

  Instance read(JsonNode task) {
    String id = task.path("id").asString("");
    GroupReader.demand(!id.isEmpty(), "one of its tasks has no id");
    Finding finding = finding(id, task);
    return new Instance(
        id,
        finding.health(),
        finding.reason(),
        pool.apply(task.path("host").asString("")),
        task.path("ports").valueStream().map(port -> port.asInt(0)).toList(),
        addresses(task),
        instant(task.path("stagedAt")),
        instant(task.path("startedAt")),
        pool.apply(task.path("version").asString("")));
  }

  private Finding finding(String id, JsonNode task) {
    String state = task.path("state").asString("TASK_UNKNOWN");
    return switch (state) {
      case "TASK_RUNNING" -> running(task.path("healthCheckResults"));
      case "TASK_STAGING" -> new Finding(Health.STARTING, "is being staged");
      case "TASK_STARTING" -> new Finding(Health.STARTING, "is starting");
      case "TASK_KILLING" -> new Finding(Health.DRAINING, "is being stopped");
      case "TASK_UNREACHABLE" ->
          new Finding(Health.UNREACHABLE, "its agent cannot be reached by the Mesos master");
      case "TASK_FINISHED" -> new Finding(Health.SUCCEEDED, "ended by itself");
      case "TASK_KILLED" -> new Finding(Health.FAILED, dead(id, "was stopped"));
      case "TASK_FAILED",
          "TASK_ERROR",
          "TASK_DROPPED",
          "TASK_LOST",
          "TASK_GONE",
          "TASK_GONE_BY_OPERATOR" ->
          new Finding(Health.FAILED, dead(id, state));
      default -> new Finding(Health.UNKNOWN, "Mesos says " + state);
    };
  }

  private Finding running(JsonNode results) {
    if (!checked) {
      return new Finding(Health.UP, "no health check is defined");
    }
    if (results.isEmpty()) {
      return new Finding(Health.STARTING, "waits for its first health check");
    }
    for (JsonNode result : results) {
      if (!result.path("alive").asBoolean(false)) {
        return notAlive(result);
      }
    }
    return new Finding(Health.UP, "");
  }

  private static Finding notAlive(JsonNode result) {
    int failures = result.path("consecutiveFailures").asInt(0);
    String cause = result.path("lastFailureCause").asString("");
    if (failures == 0) {
      // Marathon ignores failures within the grace period and shows an empty record meanwhile.
      return new Finding(Health.STARTING, "waits for its first health check to pass");
    }
    return new Finding(
        Health.DOWN,
        "failed its health check %d times in a row%s"
            .formatted(failures, cause.isEmpty() ? "" : ": " + cause));
  }

  private String dead(String id, String otherwise) {
    TaskFailure last = failure;
    return last != null && last.taskId().equals(id) && !last.message().isEmpty()
        ? last.message()
        : otherwise;
  }

  private static List<String> addresses(JsonNode task) {
    return task.path("ipAddresses")
        .valueStream()
        .map(address -> address.path("ipAddress").asString(""))
        .toList();
  }

  private static @Nullable Instant instant(JsonNode time) {
    try {
      return time.isString() ? Instant.parse(time.asString("")) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
