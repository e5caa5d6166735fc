package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.DeploymentPlan.Action;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Tells every attached reader what happens; nothing is built while nobody listens. */
final class Events {

  private final Model model;
  private final List<EventStream> streams = new ArrayList<>();

  Events(Model model) {
    this.model = model;
  }

  EventStream attach(Set<String> types, boolean light, String client) {
    EventStream[] self = new EventStream[1];
    EventStream stream =
        new EventStream(types, model.generation.old() && !light, client, () -> detach(self[0]));
    self[0] = stream;
    streams.add(stream);
    publish("event_stream_attached", () -> Json.object("remoteAddress", client));
    return stream;
  }

  private void detach(EventStream stream) {
    model.heart.run(
        () -> {
          if (streams.remove(stream)) {
            publish("event_stream_detached", () -> Json.object("remoteAddress", stream.client));
          }
          return true;
        });
  }

  int readers() {
    return streams.size();
  }

  /** Hangs up on everybody. */
  void cut() {
    streams.forEach(EventStream::cut);
    streams.clear();
  }

  void publish(String type, Supplier<ObjectNode> data) {
    publish(type, null, data);
  }

  private void publish(String type, @Nullable DeploymentPlan plan, Supplier<ObjectNode> data) {
    if (streams.stream().noneMatch(s -> s.wants(type)) || swallowed()) {
      return;
    }
    ObjectNode event = data.get();
    event.put("eventType", type).put("timestamp", Json.stamp(model.heart.now()));
    JsonNode plain = Json.plain(event);
    String light = text(type, plain);
    String heavy = null;
    for (EventStream stream : List.copyOf(streams)) {
      if (!stream.wants(type)) {
        continue;
      }
      if (stream.heavy && plan != null && heavy == null) {
        heavy = text(type, Json.plain(heavy(plain, plan)));
      }
      String text = stream.heavy && heavy != null ? heavy : light;
      if (!stream.offer(text)) {
        streams.remove(stream);
      }
    }
  }

  private boolean swallowed() {
    var knobs = model.knobs;
    if (knobs.eventsSilent()) {
      return true;
    }
    if (knobs.eventsLost() > 0) {
      model.knobs = knobs.loseEvents(knobs.eventsLost() - 1);
      return true;
    }
    return false;
  }

  private JsonNode heavy(JsonNode light, DeploymentPlan plan) {
    ObjectNode copy = (ObjectNode) light.deepCopy();
    if (copy.get("plan") instanceof ObjectNode inner) {
      inner.set("original", GroupView.definition(model, plan.original()));
      inner.set("target", GroupView.definition(model, plan.target()));
    }
    return copy;
  }

  private static String text(String type, JsonNode data) {
    return "event: "
        + type
        + "\r\ndata: "
        + new String(Json.bytes(data), StandardCharsets.UTF_8)
        + "\r\n\r\n";
  }

  void instanceChanged(AppInstance instance) {
    publish(
        "instance_changed_event",
        () -> {
          ObjectNode out = Json.object("instanceId", instance.id);
          Agent agent = instance.agent;
          out.put("condition", instance.condition.name(model.generation))
              .put("runSpecId", instance.appId())
              .put("agentId", agent == null ? null : agent.id())
              .put("host", agent == null ? null : agent.host())
              .put("runSpecVersion", Json.stamp(instance.spec.version));
          return out;
        });
  }

  void statusUpdate(AppInstance instance, String status, String message) {
    for (String task : instance.taskIds(model.generation)) {
      statusUpdate(instance, task, status, message);
    }
  }

  private void statusUpdate(AppInstance instance, String task, String status, String message) {
    publish(
        "status_update_event",
        () -> {
          Agent agent = instance.agent;
          ObjectNode out = Json.object("slaveId", agent == null ? "" : agent.id());
          out.put("taskId", task)
              .put("taskStatus", status)
              .put("message", message)
              .put("appId", instance.appId())
              .put("host", agent == null ? "" : agent.host());
          out.set("ipAddresses", TaskView.addresses(instance));
          var ports = out.putArray("ports");
          for (int port : instance.ports) {
            ports.add(port);
          }
          return out.put("version", Json.stamp(instance.spec.version));
        });
  }

  void unknownTerminated(String instanceId, String taskId, String appId) {
    publish(
        "unknown_instance_terminated_event",
        () ->
            Json.object("instanceId", instanceId)
                .put("runSpecId", appId)
                .put("condition", "Killed"));
  }

  void healthChanged(AppInstance instance, boolean alive) {
    publish(
        "health_status_changed_event",
        () ->
            Json.object("appId", instance.appId())
                .put("instanceId", instance.id)
                .put("version", Json.stamp(instance.spec.version))
                .put("alive", alive));
    publish(
        "instance_health_changed_event",
        () ->
            Json.object("instanceId", instance.id)
                .put("runSpecId", instance.appId())
                .put("healthy", alive)
                .put("runSpecVersion", Json.stamp(instance.spec.version)));
  }

  void failedHealthCheck(AppInstance instance, HealthCheck check) {
    if (check.mesos()) {
      return;
    }
    publish(
        "failed_health_check_event",
        () -> {
          ObjectNode out = Json.object("appId", instance.appId());
          String task = model.generation.old() ? instance.taskId(model.generation) : instance.id;
          out.put("taskId", task).set("healthCheck", check.json());
          return out;
        });
  }

  void unhealthyKill(AppInstance instance, String reason) {
    publish(
        "unhealthy_instance_kill_event",
        () -> {
          Agent agent = instance.agent;
          return Json.object("appId", instance.appId())
              .put("taskId", instance.taskId(model.generation))
              .put("instanceId", instance.id)
              .put("version", Json.stamp(instance.spec.version))
              .put("reason", reason)
              .put("host", agent == null ? "" : agent.host())
              .put("slaveId", agent == null ? "" : agent.id());
        });
  }

  void healthChecksAdded(AppSpec spec) {
    for (HealthCheck check : spec.healthChecks) {
      publish(
          "add_health_check_event",
          () -> {
            ObjectNode out = Json.object("appId", spec.id);
            out.put("version", Json.stamp(spec.version)).set("healthCheck", check.json());
            return out;
          });
    }
  }

  void deployment(String type, DeploymentPlan plan, @Nullable List<Action> step) {
    publish(
        type,
        plan,
        () -> {
          ObjectNode out = Json.object();
          out.set("plan", plan(plan));
          return out.set("currentStep", DeploymentPlan.stepJson(step));
        });
  }

  void deploymentEnded(String type, DeploymentPlan plan, @Nullable String reason) {
    publish(
        type,
        plan,
        () -> {
          ObjectNode out = Json.object("id", plan.id());
          out.set("plan", plan(plan));
          return reason == null ? out : out.put("reason", reason);
        });
  }

  private static ObjectNode plan(DeploymentPlan plan) {
    ObjectNode out = Json.object("id", plan.id());
    out.set("steps", plan.stepsJson());
    return out.put("version", Json.stamp(plan.version()));
  }
}
