package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;
import static dev.gennaker.cloud.dcos.definition.Nodes.text;

import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The container of a deploy: containerizer, image, volumes. The containerizer is Docker's unless
 * {@code containerizer} says {@code UCR} or {@code MESOS}, or something is asked for that only UCR
 * can do.
 */
final class Containers {

  private final JsonNode body;
  private final ObjectNode app;
  private final Origins origins;

  Containers(JsonNode body, ObjectNode app, Origins origins) {
    this.body = body;
    this.app = app;
    this.origins = origins;
  }

  void write() {
    JsonNode given = body.path("docker");
    String image = Images.of(given.path("image"));
    ArrayNode volumes = app.arrayNode();
    volumes(volumes);
    if (image.isEmpty() && volumes.isEmpty() && !given(body.path("containerizer"))) {
      return;
    }
    ObjectNode container = app.putObject("container");
    container.put("type", image.isEmpty() && !asked("DOCKER") || ucr() ? "MESOS" : "DOCKER");
    origins.put("$.container.type", "$.containerizer");
    if (!image.isEmpty() || given(given)) {
      docker(given, image, container.putObject("docker"));
    }
    if (!volumes.isEmpty()) {
      container.set("volumes", volumes);
    }
  }

  private boolean ucr() {
    boolean only =
        given(body.path("docker").path("pullConfig"))
            || given(body.path("secretVolumes"))
            || Nodes.number(body.path("gpus")).asDouble(0) > 0;
    return asked("UCR") || asked("MESOS") || (only && !asked("DOCKER"));
  }

  private boolean asked(String containerizer) {
    return text(body.path("containerizer")).toUpperCase(Locale.ROOT).equals(containerizer);
  }

  private void docker(JsonNode given, String image, ObjectNode docker) {
    origins.put("$.container.docker", "$.docker");
    if (!image.isEmpty()) {
      docker.put("image", image);
    }
    for (String key : new String[] {"forcePullImage", "privileged", "parameters", "pullConfig"}) {
      Nodes.copy(given, key, docker, key);
    }
    if (ucr()) {
      // UCR knows neither; only their "no" would be harmless.
      docker.remove("privileged");
      docker.remove("parameters");
    }
  }

  private void volumes(ArrayNode volumes) {
    each("persistentVolumes", volumes, Containers::withMode);
    each("dockerVolumes", volumes, Containers::withMode);
    each(
        "externalVolumes",
        volumes,
        volume -> {
          withMode(volume);
          external(volume);
        });
    each("secretVolumes", volumes, _ -> {});
    each("volumes", volumes, _ -> {});
  }

  private void each(String key, ArrayNode volumes, Consumer<ObjectNode> finish) {
    int index = 0;
    for (JsonNode one : body.path(key)) {
      origins.put("$.container.volumes[" + volumes.size() + "]", "$." + key + "[" + index++ + "]");
      JsonNode volume = one.deepCopy();
      if (volume instanceof ObjectNode object) {
        finish.accept(object);
      }
      volumes.add(volume);
    }
  }

  private static void withMode(ObjectNode volume) {
    if (!given(volume.path("mode"))) {
      volume.put("mode", "RW");
    }
    if (volume.path("persistent") instanceof ObjectNode persistent) {
      persistent.set("size", Nodes.number(persistent.path("size")));
    }
  }

  /** The wizard writes the driver's name under two keys; Marathon knows one. */
  private static void external(ObjectNode volume) {
    if (!(volume.path("external") instanceof ObjectNode external)) {
      return;
    }
    if (!given(external.path("provider"))) {
      external.put("provider", "dvdi");
    }
    if (external.path("options") instanceof ObjectNode options) {
      JsonNode driver = options.remove("driver");
      if (driver != null && given(driver) && !given(options.path("dvdi/driver"))) {
        options.set("dvdi/driver", driver);
      }
    }
  }
}
