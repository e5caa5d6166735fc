package dev.gennaker.simulator.marathon;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks tasks a deployment has launched whether they are ready for work. */
final class ReadinessChecks {

  private final Model model;

  ReadinessChecks(Model model) {
    this.model = model;
  }

  /** Polls from the moment of running, if a deployment waits for this task. */
  void start(AppInstance instance) {
    instance.ready = false;
    if (instance.spec.readinessCheck() != null && instance.startedBy != null) {
      model.heart.soon(() -> look(instance));
    }
  }

  private void look(AppInstance instance) {
    ObjectNode check = instance.spec.readinessCheck();
    if (check == null || instance.startedAt == null || !instance.serving()) {
      return;
    }
    double age = model.heart.secondsSince(instance.startedAt);
    if (!model.behaviour.neverReady(instance.spec)
        && age + 0.001 >= model.behaviour.readySeconds(instance.spec, model.knobs)) {
      instance.ready = true;
      model.deployments.poke(instance.appId());
    } else {
      double interval = Math.max(0.1, Json.number(check, "intervalSeconds", 30));
      model.tasks.later(instance, interval, () -> look(instance));
    }
  }

  /** What the checks of one deployment's tasks last said. */
  ArrayNode results(String appId, String deployment) {
    ArrayNode out = Json.array();
    for (AppInstance instance : model.instances.of(appId)) {
      ObjectNode check = instance.spec.readinessCheck();
      if (check == null || !instance.running() || !deployment.equals(instance.startedBy)) {
        continue;
      }
      ObjectNode result = out.addObject();
      result
          .put("name", Json.text(check, "name", "readinessCheck"))
          .put("taskId", instance.taskId(model.generation))
          .put("ready", instance.ready);
      if (Json.bool(check, "preserveLastResponse")) {
        result
            .putObject("lastResponse")
            .put("status", instance.ready ? 200 : 503)
            .put("contentType", "application/json")
            .put("body", "{\"ok\":" + instance.ready + "}");
      }
    }
    return out;
  }
}
