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
 * Builds the Metronome job of a run-job body: raw Metronome JSON under {@code job} or {@code
 * manifest}, or the fields of Spinnaker's DC/OS stage.
 */
public final class JobBuilder {

  private static final List<String> VERBATIM =
      List.of("secrets", "artifacts", "volumes", "networks", "taskKillGracePeriodSeconds", "user");

  private final JsonNode body;
  private final Origins origins = new Origins();
  private final ObjectNode job = Nodes.object();

  private JobBuilder(JsonNode body) {
    this.body = body;
  }

  /** The job under the id its author gave it. */
  public static ObjectNode build(Map<String, Object> body) {
    return trace(JsonMapper.shared().valueToTree(body)).job();
  }

  /** A job, and where its parts came from. */
  record Built(ObjectNode job, Origins origins) {}

  static Built trace(JsonNode body) {
    JobBuilder builder = new JobBuilder(body);
    String raw = raw(body);
    if (raw.isEmpty()) {
      builder.guided();
    } else {
      builder.raw(raw);
    }
    return new Built(builder.job, builder.origins);
  }

  /** The key that holds raw JSON; empty for none. */
  static String raw(JsonNode body) {
    return body.path("job").isObject() ? "job" : body.path("manifest").isObject() ? "manifest" : "";
  }

  private void raw(String key) {
    job.setAll((ObjectNode) body.path(key).deepCopy());
    // When it runs by itself is nothing a run decides.
    job.remove("schedules");
    origins.put("$", "$." + key);
    ObjectNode run = job.withObjectProperty("run");
    String image = Images.of(body.path("docker").path("image"));
    if (!image.isEmpty() && run.path("ucr").isObject()) {
      run.withObjectProperty("ucr").withObjectProperty("image").put("id", image);
      origins.put("$.run.ucr.image.id", "$.docker.image");
    } else if (!image.isEmpty()) {
      run.withObjectProperty("docker").put("image", image);
      origins.put("$.run.docker.image", "$.docker.image");
    }
    env(run);
    labels();
  }

  private void guided() {
    JsonNode general = body.path("general");
    job.put("id", text(general.path("id")));
    origins.put("$.id", "$.general.id");
    Nodes.copy(general, "description", job, "description");
    labels();
    ObjectNode run = job.putObject("run");
    size(general, run, "cpus", 0.01);
    size(general, run, "mem", 128);
    size(general, run, "disk", 0);
    if (number(general.path("gpus")).asDouble(0) > 0) {
      size(general, run, "gpus", 0);
    }
    for (String key : List.of("cmd", "args")) {
      Nodes.copy(general, key, run, key);
      origins.put("$.run." + key, "$.general." + key);
    }
    for (String key : VERBATIM) {
      if (given(body.path(key))) {
        run.set(key, number(body.path(key)).deepCopy());
      }
      origins.put("$.run." + key, "$." + key);
    }
    if (given(body.path("maxLaunchDelay"))) {
      run.set("maxLaunchDelay", number(body.path("maxLaunchDelay")));
    }
    origins.put("$.run.maxLaunchDelay", "$.maxLaunchDelay");
    env(run);
    image(run);
    constraints(run);
    restart(run);
  }

  private void size(JsonNode general, ObjectNode run, String key, double otherwise) {
    JsonNode value = general.path(key);
    if (given(value)) {
      run.set(key, number(value));
    } else if (otherwise == Math.rint(otherwise)) {
      run.put(key, (int) otherwise);
    } else {
      run.put(key, otherwise);
    }
    origins.put("$.run." + key, "$.general." + key);
  }

  /** Values that are no objects become texts. */
  private void env(ObjectNode run) {
    if (given(body.path("env")) && body.path("env").isObject()) {
      ObjectNode env = run.withObjectProperty("env");
      body.path("env")
          .forEachEntry(
              (name, value) -> {
                if (value.isObject()) {
                  env.set(name, value.deepCopy());
                } else {
                  env.put(name, value.asString(""));
                }
                origins.put("$.run.env." + name, "$.env." + name);
              });
    }
  }

  private void labels() {
    if (given(body.path("labels")) && body.path("labels").isObject()) {
      ObjectNode labels = job.withObjectProperty("labels");
      body.path("labels")
          .forEachEntry(
              (name, value) -> {
                labels.put(name, value.asString(""));
                origins.put("$.labels." + name, "$.labels." + name);
              });
    }
  }

  private void image(ObjectNode run) {
    JsonNode docker = body.path("docker");
    String image = Images.of(docker.path("image"));
    boolean ucr = text(body.path("containerizer")).matches("(?i)UCR|MESOS");
    origins.put("$.run.docker", "$.docker");
    origins.put("$.run.ucr", "$.docker");
    if (image.isEmpty()) {
      return;
    }
    boolean pull = docker.path("forcePullImage").asBoolean(false);
    boolean privileged = docker.path("privileged").asBoolean(false);
    if (ucr) {
      ObjectNode container = run.putObject("ucr");
      container.putObject("image").put("id", image).put("kind", "docker").put("forcePull", pull);
      if (privileged) {
        container.put("privileged", true);
      }
      return;
    }
    ObjectNode container = run.putObject("docker").put("image", image);
    if (pull) {
      container.put("forcePullImage", true);
    }
    if (privileged) {
      container.put("privileged", true);
    }
    Nodes.copy(docker, "parameters", container, "parameters");
  }

  private void constraints(ObjectNode run) {
    origins.put("$.run.placement.constraints", "$.constraints");
    if (!given(body.path("constraints"))) {
      return;
    }
    ArrayNode list = run.putObject("placement").putArray("constraints");
    for (JsonNode one : body.path("constraints")) {
      if (!one.isArray()) {
        list.add(one.deepCopy());
        continue;
      }
      ObjectNode written = list.addObject();
      written.put("attribute", text(one.path(0))).put("operator", text(one.path(1)));
      if (given(one.path(2))) {
        written.put("value", text(one.path(2)));
      }
    }
  }

  private void restart(ObjectNode run) {
    origins.put("$.run.restart", "$.restartPolicy");
    JsonNode policy = body.path("restartPolicy");
    if (given(policy) && policy.isObject()) {
      ObjectNode restart = run.putObject("restart");
      String name = text(policy.path("policy"));
      restart.put("policy", name.isEmpty() ? "NEVER" : name);
      if (given(policy.path("activeDeadlineSeconds"))) {
        restart.set("activeDeadlineSeconds", number(policy.path("activeDeadlineSeconds")));
      }
    }
  }
}
