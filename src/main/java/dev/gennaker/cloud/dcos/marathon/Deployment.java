package dev.gennaker.cloud.dcos.marathon;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A change Marathon is carrying out.
 *
 * @param apps ids of the apps it works on
 * @param step the current step, 1-based
 */
public record Deployment(String id, List<String> apps, int step, int steps, List<Action> actions) {

  /**
   * What happens in the current step.
   *
   * @param name Marathon's word, e.g. {@code ScaleApplication}
   * @param readiness answers of readiness checks
   */
  public record Action(String name, String app, List<Readiness> readiness) {}

  /** A readiness check's latest answer about one instance. */
  public record Readiness(String taskId, String check, boolean ready, String answer) {

    private static Readiness of(JsonNode json) {
      JsonNode last = json.path("lastResponse");
      String answer =
          last.isObject()
              ? (last.path("status").asInt(0) + " " + last.path("body").asString("")).strip()
              : "";
      return new Readiness(
          json.path("taskId").asString(""),
          json.path("name").asString(""),
          json.path("ready").asBoolean(false),
          answer);
    }
  }

  static Deployment of(JsonNode json) {
    return new Deployment(
        json.path("id").asString(""),
        Stream.of("affectedApps", "affectedPods")
            .flatMap(kind -> json.path(kind).valueStream())
            .map(app -> app.asString(""))
            .toList(),
        json.path("currentStep").asInt(1),
        json.path("totalSteps").asInt(1),
        json.path("currentActions").valueStream().map(Deployment::action).toList());
  }

  private static Action action(JsonNode json) {
    return new Action(
        json.path("action").asString(json.path("type").asString("")),
        json.path("app").asString(json.path("pod").asString("")),
        json.path("readinessCheckResults").valueStream().map(Readiness::of).toList());
  }

  /** What the current step does to an app; empty when it does something to others. */
  public String doing(String app) {
    return actions.stream()
        .filter(action -> action.app().equals(app))
        .map(Action::name)
        .findFirst()
        .orElse("");
  }

  public List<Readiness> notReady(String app) {
    return actions.stream()
        .filter(action -> action.app().equals(app))
        .flatMap(action -> action.readiness().stream())
        .filter(readiness -> !readiness.ready())
        .toList();
  }
}
