package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import tools.jackson.databind.JsonNode;

/** Marathon's rules for containers and volumes. */
final class ContainerRules {

  private static final String UCR = "Use the Universal Container Runtime (type MESOS).";

  private final JsonNode app;
  private final JsonNode container;
  private final Findings findings;

  ContainerRules(JsonNode app, Findings findings) {
    this.app = app;
    this.container = app.path("container");
    this.findings = findings;
  }

  void check() {
    if (!findings.object(container, "$.container", "The container")) {
      return;
    }
    findings.oneOf(
        container.path("type"), "$.container.type", "The containerizer", "DOCKER", "MESOS");
    JsonNode docker = container.path("docker");
    boolean engine = container.path("type").asString("DOCKER").equals("DOCKER");
    if (engine && !docker.isObject()) {
      findings.fault(
          "$.container.docker",
          "A Docker container needs an image.",
          "Add docker.image, or use type MESOS.");
    }
    if (docker.isObject() && !given(docker.path("image"))) {
      findings.fault(
          "$.container.docker.image", "The container has no image.", "Name one, e.g. nginx:1.27.");
    }
    if (engine && app.path("gpus").asDouble(0) > 0) {
      findings.fault("$.gpus", "Docker containers cannot have GPUs.", UCR);
    }
    if (engine && given(docker.path("pullConfig"))) {
      findings.fault(
          "$.container.docker.pullConfig", "Docker containers cannot use a pull secret.", UCR);
    }
    if (findings.list(container.path("volumes"), "$.container.volumes", "The volumes")) {
      int index = 0;
      for (JsonNode volume : container.path("volumes")) {
        volume(volume, "$.container.volumes[" + index++ + "]", engine);
      }
    }
  }

  private void volume(JsonNode volume, String path, boolean engine) {
    if (!findings.object(volume, path, "A volume")) {
      return;
    }
    if (!given(volume.path("containerPath"))) {
      findings.fault(
          path + ".containerPath", "The volume has no path in the container.", "Add it.");
    }
    findings.oneOf(volume.path("mode"), path + ".mode", "The mode", "RO", "RW");
    if (given(volume.path("persistent"))) {
      JsonNode size = volume.path("persistent").path("size");
      if (!given(size)) {
        findings.fault(path + ".persistent.size", "The volume has no size.", "Add it, in MiB.");
      }
      findings.number(size, path + ".persistent.size", "The volume's size in MiB", 1, 1e9);
    }
    if (given(volume.path("external"))) {
      for (String key : new String[] {"provider", "name"}) {
        if (!given(volume.path("external").path(key))) {
          findings.fault(
              path + ".external." + key, "An external volume needs a " + key + ".", "Add it.");
        }
      }
    }
    if (given(volume.path("secret"))) {
      secret(volume.path("secret").asString(""), path + ".secret", engine);
    }
  }

  private void secret(String name, String path, boolean engine) {
    if (engine) {
      findings.fault(path, "Docker containers cannot have secrets as files.", UCR);
    }
    if (!name.contains("${") && !app.path("secrets").has(name)) {
      findings.fault(
          path,
          "It refers to the secret '" + name + "', which is not defined.",
          "Add it under secrets with its source.");
    }
  }
}
