package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;
import static dev.gennaker.cloud.dcos.definition.Nodes.number;
import static dev.gennaker.cloud.dcos.definition.Nodes.text;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Builds the Marathon app of a deploy's body: raw Marathon JSON under {@code marathon}, kept as it
 * is, or the fields of Spinnaker's DC/OS deploy, written in Marathon's modern form.
 */
public final class AppBuilder {

  private static final List<String> NUMBERS =
      List.of(
          "cpus",
          "mem",
          "disk",
          "gpus",
          "backoffSeconds",
          "backoffFactor",
          "maxLaunchDelaySeconds",
          "taskKillGracePeriodSeconds");
  // Marathon's own names, taken over as they are.
  private static final List<String> VERBATIM =
      List.of(
          "cmd",
          "args",
          "env",
          "secrets",
          "labels",
          "dependencies",
          "upgradeStrategy",
          "residency",
          "requirePorts",
          "storeUrls",
          "executor",
          "executorResources",
          "check",
          "killSelection",
          "unreachableStrategy",
          "resourceLimits",
          "tty",
          "role",
          "user");

  private final JsonNode body;
  private final String service;
  private final Origins origins = new Origins();
  private final ObjectNode app = Nodes.object();

  private AppBuilder(JsonNode body, String service) {
    this.body = body;
    this.service = service;
  }

  /**
   * The app, without an id.
   *
   * @param body a deploy's body, expressions already evaluated
   * @param service the id of the service whatever its version, e.g. {@code /demo/shop-web-prod}:
   *     the name of its stable address
   */
  public static ObjectNode build(Map<String, Object> body, String service) {
    return new AppBuilder(JsonMapper.shared().valueToTree(body), service).built().app();
  }

  /** An app, and where its parts came from. */
  record Built(ObjectNode app, Origins origins) {}

  static Built trace(JsonNode body, String service) {
    return new AppBuilder(body, service).built();
  }

  private Built built() {
    JsonNode raw = body.path("marathon");
    if (raw.isObject()) {
      raw();
    } else {
      guided();
    }
    return new Built(app, origins);
  }

  /** Raw JSON, with only those things replaced that stages choose at run time. */
  private void raw() {
    app.setAll((ObjectNode) body.path("marathon").deepCopy());
    origins.put("$", "$.marathon");
    size();
    String image = Images.of(body.path("docker").path("image"));
    if (!image.isEmpty()) {
      ObjectNode container = app.withObjectProperty("container");
      container.withObjectProperty("docker").put("image", image);
      origins.put("$.container.docker.image", "$.docker.image");
    }
    overlay("env");
    overlay("labels");
  }

  private void overlay(String key) {
    if (body.path(key).isObject() && given(body.path(key))) {
      ObjectNode target = app.withObjectProperty(key);
      body.path(key)
          .forEachEntry(
              (name, value) -> {
                target.set(name, value.deepCopy());
                origins.put("$." + key + "." + name, "$." + key + "." + name);
              });
    }
  }

  private void guided() {
    size();
    for (String key : NUMBERS) {
      if (given(body.path(key))) {
        app.set(key, number(body.path(key)));
      }
    }
    VERBATIM.forEach(key -> Nodes.copy(body, key, app, key));
    if (given(body.path("dcosUser"))) {
      origins.put("$.user", "$.dcosUser");
      app.put("user", text(body.path("dcosUser")));
    }
    list("acceptedResourceRoles");
    list("dependencies");
    fetch();
    Constraints.write(body.path("constraints"), app);
    Checks.write(body, app);
    new Containers(body, app, origins).write();
    new Networking(body, app, origins, service).write();
  }

  private void size() {
    JsonNode capacity = body.path("desiredCapacity");
    String origin = "$.desiredCapacity";
    if (!given(capacity)) {
      capacity = body.path("capacity").path("desired");
      origin = "$.capacity.desired";
    }
    if (!given(capacity) && !body.path("marathon").isObject()) {
      capacity = body.path("instances");
      origin = "$.instances";
    }
    if (given(capacity)) {
      app.set("instances", number(capacity));
      origins.put("$.instances", origin);
    }
  }

  private void list(String key) {
    if (given(body.path(key))) {
      ArrayNode list = app.putArray(key);
      Nodes.list(body.path(key)).forEach(list::add);
    }
  }

  private void fetch() {
    if (given(body.path("fetch"))) {
      ArrayNode fetch = app.putArray("fetch");
      for (JsonNode one : Nodes.list(body.path("fetch"))) {
        fetch.add(one.isString() ? Nodes.object().put("uri", one.asString("")) : one.deepCopy());
      }
    }
  }
}
