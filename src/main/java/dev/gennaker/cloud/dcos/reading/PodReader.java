package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads pods of one cluster, as their status tells. */
final class PodReader {

  private PodReader() {}

  /**
   * @param bare what is known of it by its id alone
   */
  static Reading read(JsonNode pod, ServerGroup bare) {
    JsonNode spec = pod.path("spec");
    int size = spec.path("scaling").path("instances").asInt(0);
    Map<String, String> labels = new HashMap<>();
    spec.path("labels").forEachEntry((key, value) -> labels.put(key, value.asString("")));
    List<Instance> instances =
        pod.path("instances").valueStream().map(PodReader::instance).toList();
    ServerGroup group =
        new ServerGroup(
            bare.id(),
            ServerGroup.Kind.POD,
            bare.path(),
            bare.provider(),
            bare.location(),
            bare.group(),
            Moniker.parse(labels.getOrDefault(Label.CLUSTER, bare.name())),
            labels.getOrDefault(Label.APPLICATION, bare.application()),
            image(spec),
            size,
            null,
            size == 0,
            Objects.requireNonNullElse(since(spec.path("version")), Instant.EPOCH),
            labels.getOrDefault(Label.USER, ""),
            labels.getOrDefault(Label.EXECUTION, ""),
            resources(spec),
            Map.copyOf(labels),
            List.of(),
            instances,
            null,
            "",
            "");
    return new Reading(bare.path(), group, "", null, Traffic.NONE);
  }

  /** That of its first container that has one. */
  private static String image(JsonNode spec) {
    return spec.path("containers")
        .valueStream()
        .map(container -> container.path("image").path("id").asString(""))
        .filter(image -> !image.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** All containers and the executor around them. */
  private static ServerGroup.Resources resources(JsonNode spec) {
    List<JsonNode> all = new ArrayList<>();
    all.add(spec.path("executorResources"));
    spec.path("containers").forEach(container -> all.add(container.path("resources")));
    return new ServerGroup.Resources(
        all.stream().mapToDouble(one -> one.path("cpus").asDouble(0)).sum(),
        all.stream().mapToDouble(one -> one.path("mem").asDouble(0)).sum(),
        all.stream().mapToDouble(one -> one.path("disk").asDouble(0)).sum(),
        all.stream().mapToInt(one -> one.path("gpus").asInt(0)).sum());
  }

  private static Instance instance(JsonNode instance) {
    String status = instance.path("status").asString("");
    Health health =
        switch (status) {
          case "STABLE" -> Health.UP;
          case "PENDING", "STAGING" -> Health.STARTING;
          case "DEGRADED" -> Health.DOWN;
          case "TERMINAL" -> Health.FAILED;
          default -> Health.UNKNOWN;
        };
    Instant since = since(instance.path("statusSince"));
    String version = instance.path("specReference").asString("");
    List<Integer> ports = new ArrayList<>();
    instance
        .path("containers")
        .forEach(
            container ->
                container
                    .path("endpoints")
                    .forEach(
                        endpoint -> {
                          if (endpoint.has("allocatedHostPort")) {
                            ports.add(endpoint.path("allocatedHostPort").asInt(0));
                          }
                        }));
    return new Instance(
        instance.path("id").asString(""),
        health,
        health == Health.UP ? "" : instance.path("message").asString("Marathon says " + status),
        instance.path("agentHostname").asString(""),
        List.copyOf(ports),
        instance
            .path("networks")
            .valueStream()
            .flatMap(network -> network.path("addresses").valueStream())
            .map(address -> address.asString(""))
            .toList(),
        since,
        health == Health.STARTING ? null : since,
        version.substring(version.lastIndexOf('/') + 1));
  }

  private static @Nullable Instant since(JsonNode time) {
    try {
      return time.isString() ? Instant.parse(time.asString("")) : null;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
