package dev.gennaker.cloud.dcos.marathon;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A Marathon app as Marathon tells it; old and new spellings are both understood. */
public record App(JsonNode json) {

  public String id() {
    return json.path("id").asString("");
  }

  public int instances() {
    return json.path("instances").asInt(1);
  }

  public String version() {
    return json.path("version").asString("");
  }

  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    json.path("labels").forEachEntry((key, value) -> labels.put(key, value.asString("")));
    return labels;
  }

  public String label(String key) {
    return json.path("labels").path(key).asString("");
  }

  /** The image of its container, Docker's or UCR's; empty for none. */
  public String image() {
    return json.path("container").path("docker").path("image").asString("");
  }

  /** Its ports as defined, in the order in which labels and tasks number them. */
  public List<JsonNode> ports() {
    JsonNode container = json.path("container");
    JsonNode mappings = container.path("portMappings");
    JsonNode ports =
        !mappings.isEmpty()
            ? mappings
            : container.path("docker").path("portMappings").isEmpty()
                ? json.path("portDefinitions")
                : container.path("docker").path("portMappings");
    return ports.valueStream().toList();
  }

  /** The numbers Marathon gives its ports; 0 where none is given yet. */
  public List<Integer> servicePorts() {
    List<Integer> defined =
        ports().stream().map(p -> p.path("servicePort").asInt(p.path("port").asInt(0))).toList();
    return defined.isEmpty()
        ? json.path("ports").valueStream().map(port -> port.asInt(0)).toList()
        : defined;
  }

  public List<JsonNode> tasks() {
    return json.path("tasks").valueStream().toList();
  }

  /** Ids of the deployments working on it. */
  public List<String> deployments() {
    return json.path("deployments").valueStream().map(d -> d.path("id").asString("")).toList();
  }

  /** When its definition last changed, other than in size. */
  public @Nullable Instant configuredAt() {
    Instant configured = instant(json.path("versionInfo").path("lastConfigChangeAt"));
    return configured == null ? instant(json.path("version")) : configured;
  }

  /** When its size last changed; the beginning of time where nobody knows. */
  public Instant scaledAt() {
    Instant scaled = instant(json.path("versionInfo").path("lastScalingAt"));
    return scaled == null ? Instant.EPOCH : scaled;
  }

  /** What its health checks ask, e.g. {@code HTTP /health}; empty when there are none. */
  public String checks() {
    JsonNode checks = json.path("healthChecks");
    if (checks.isEmpty()) {
      return "";
    }
    JsonNode first = checks.path(0);
    String protocol = first.path("protocol").asString("HTTP");
    String more = checks.size() > 1 ? " and " + (checks.size() - 1) + " more" : "";
    String path = first.path("path").asString("");
    return path.isEmpty()
        ? protocol + " check" + more
        : protocol.replace("MESOS_", "") + " " + path + more;
  }

  public Optional<TaskFailure> lastFailure() {
    JsonNode failure = json.path("lastTaskFailure");
    return failure.isObject() ? Optional.of(TaskFailure.of(failure)) : Optional.empty();
  }

  /** A time as Marathon writes it; null when there is none. */
  static @Nullable Instant instant(JsonNode node) {
    try {
      return node.isString() ? Instant.parse(node.asString("")) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
