package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Findings.there;
import static dev.gennaker.cloud.dcos.definition.Nodes.given;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is wrong with the body of a deploy, by Marathon's rules and those of names. */
public final class DefinitionCheck {

  private static final String PART = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?";

  private DefinitionCheck() {}

  /** Paths lead into the body; places with expressions are not judged. */
  public static List<Fault> check(Map<String, Object> definition) {
    JsonNode body = JsonMapper.shared().valueToTree(definition);
    Findings names = new Findings();
    names(body, names);
    Findings shapes = new Findings();
    shapes(body, shapes);
    if (!shapes.faults().isEmpty()) {
      return join(names.faults(), shapes.faults());
    }
    AppBuilder.Built built = AppBuilder.trace(body, "/service");
    Findings rules = new Findings();
    new MarathonRules(built.app(), rules).check();
    boolean later = Images.later(body.path("docker").path("image"));
    List<Fault> found =
        rules.faults().stream()
            .map(f -> new Fault(built.origins().of(f.path()), f.message(), f.fix()))
            .filter(f -> !later || !aboutImage(f))
            .distinct()
            .toList();
    return join(names.faults(), found);
  }

  private static List<Fault> join(List<Fault> one, List<Fault> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }

  /** What a stage or trigger will name only when it runs is not missing. */
  private static boolean aboutImage(Fault fault) {
    return fault.path().startsWith("$.docker.image") || fault.message().startsWith("Nothing says");
  }

  private static void names(JsonNode body, Findings findings) {
    match(body.path("stack"), "$.stack", "[a-z0-9]*", "The stack", findings);
    match(body.path("freeFormDetails"), "$.freeFormDetails", "[a-z0-9-]*", "The detail", findings);
    String folder = "(" + PART + "(/" + PART + ")*)?";
    match(body.path("group"), "$.group", folder, "The group", findings);
    String region = PART + "([_/]+" + PART + ")*[_/]?";
    match(body.path("region"), "$.region", region, "The region", findings);
  }

  private static void match(
      JsonNode node, String path, String pattern, String what, Findings findings) {
    if (there(node) && !node.asString("").matches(pattern)) {
      findings.fault(
          path,
          what + " " + Findings.shown(node) + " cannot be part of a Marathon id.",
          "Use lower case letters, digits and dashes inside.");
    }
  }

  /** Types without which the app cannot be built. */
  private static void shapes(JsonNode body, Findings findings) {
    JsonNode raw = body.path("marathon");
    if (raw.isString() && given(raw) && !Nodes.expression(raw)) {
      findings.fault(
          "$.marathon", "The Marathon app is a text, not JSON.", "Remove the quotes around it.");
      return;
    }
    findings.object(raw, "$.marathon", "The Marathon app");
    findings.object(body.path("docker"), "$.docker", "docker");
    for (String key : new String[] {"env", "labels", "secrets"}) {
      findings.object(body.path(key), "$." + key, key);
      if (raw.isObject()) {
        findings.object(raw.path(key), "$.marathon." + key, key);
      }
    }
    findings.object(raw.path("container"), "$.marathon.container", "The container");
    findings.object(
        raw.path("container").path("docker"), "$.marathon.container.docker", "container.docker");
    for (String key :
        new String[] {
          "serviceEndpoints",
          "healthChecks",
          "readinessChecks",
          "persistentVolumes",
          "dockerVolumes",
          "externalVolumes",
          "secretVolumes",
          "networks",
          "args"
        }) {
      findings.list(body.path(key), "$." + key, key);
    }
    findings.oneOf(
        blankless(body.path("containerizer")),
        "$.containerizer",
        "The containerizer",
        "DOCKER",
        "UCR",
        "MESOS");
  }

  private static JsonNode blankless(JsonNode node) {
    return given(node) ? node : Nodes.missing();
  }
}
