package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Goal;
import dev.gennaker.simulator.marathon.Catalog.Change;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/pods, the basics. */
final class PodsResource {

  private final Model model;
  private final PodView view;

  PodsResource(Model model) {
    this.model = model;
    this.view = new PodView(model);
  }

  Answer answer(Request request, String rest) {
    String method = request.method();
    int colons = rest.indexOf("::");
    if (colons >= 0) {
      String id = rest.substring(0, colons).replaceAll("/+$", "");
      return special(request, id, rest.substring(colons + 2));
    }
    String path = rest.replaceAll("/+$", "");
    if (path.isEmpty()) {
      return switch (method) {
        case "GET" -> all(false);
        case "POST" -> create(request);
        default -> throw Refusal.noMethod();
      };
    }
    String id = Ids.canonical(path);
    return switch (method) {
      case "GET" -> {
        AppSpec pod = find(id);
        if (pod == null) {
          throw Refusal.unknown(
              model.generation, "{\"message\": \"pod with " + id + " does not exist\"}");
        }
        yield Answer.ok(PodView.definition(pod));
      }
      case "PUT" -> update(request, id);
      case "DELETE" -> delete(request, id);
      default -> throw Refusal.noMethod();
    };
  }

  private @Nullable AppSpec find(String id) {
    AppSpec pod = model.catalog.root().app(id);
    return pod != null && pod.pod() ? pod : null;
  }

  private AppSpec existing(String id) {
    AppSpec pod = find(id);
    if (pod == null) {
      throw Refusal.unknown(model.generation, "Pod '" + id + "' does not exist");
    }
    return pod;
  }

  private Answer all(boolean status) {
    ArrayNode out = Json.array();
    model.catalog.root().apps().values().stream()
        .filter(AppSpec::pod)
        .forEach(pod -> out.add(status ? view.status(pod) : PodView.definition(pod)));
    return Answer.ok(out);
  }

  private Answer special(Request request, String path, String what) {
    if (path.isEmpty() && what.equals("status")) {
      return all(true);
    }
    String id = Ids.canonical(path);
    if (what.equals("status")) {
      return Answer.ok(view.status(existing(id)));
    }
    if (what.equals("versions")) {
      existing(id);
      ArrayNode out = Json.array();
      model.catalog.versionsOf(id).forEach(v -> out.add(Json.stamp(v)));
      return Answer.ok(out);
    }
    if (what.startsWith("versions/")) {
      AppSpec old = model.catalog.version(existing(id).id, Versions.parse(what.substring(9)));
      if (old == null) {
        throw Refusal.unknown(model.generation, "Pod '" + id + "' does not exist in that version");
      }
      return Answer.ok(PodView.definition(old));
    }
    if (what.startsWith("instances") && request.method().equals("DELETE")) {
      return kill(request, existing(id), what.substring(9));
    }
    throw Refusal.noUri();
  }

  private Answer kill(Request request, AppSpec pod, String rest) {
    if (rest.isEmpty()) {
      ArrayNode out = Json.array();
      for (JsonNode id : Json.read(request.body())) {
        AppInstance instance = model.instances.find(id.asString(""));
        if (instance != null && instance.appId().equals(pod.id)) {
          out.add(view.killed(instance));
          model.tasks.kill(instance, Goal.RUNNING);
        }
      }
      return Answer.ok(out);
    }
    AppInstance instance = model.instances.find(rest.substring(1));
    if (instance == null || !instance.appId().equals(pod.id)) {
      throw Refusal.unknown(
          model.generation, "Instance '" + rest.substring(1) + "' does not exist");
    }
    ObjectNode out = view.killed(instance);
    model.tasks.kill(instance, Goal.RUNNING);
    return Answer.ok(out);
  }

  private Answer create(Request request) {
    ObjectNode body = model.pods.read(Json.read(request.body()), "/");
    String id = body.get("id").asString();
    if (find(id) != null) {
      throw Refusal.of(409, "A pod with id [" + id + "] already exists.");
    }
    if (model.catalog.root().app(id) != null) {
      Problems problems = new Problems();
      problems.add("/", "Applications and Pods may not share the same id");
      problems.refuseInvalid();
    }
    Instant version = model.nextVersion();
    AppSpec pod = AppSpec.next(null, body, version);
    DeploymentPlan plan = change(request, id, version, false, root -> root.put(pod));
    told(request, "pod_created_event");
    return AppChanges.done(201, PodView.definition(pod), plan)
        .with("Location", request.root() + id);
  }

  private DeploymentPlan change(
      Request request, String id, Instant version, boolean force, Consumer<Root> edit) {
    return model.catalog.apply(
        Change.of(Ids.parent(id), request.flag("force", force), version, edit));
  }

  private void told(Request request, String type) {
    model.events.publish(
        type, () -> Json.object("clientIp", request.client()).put("uri", request.path()));
  }

  private Answer update(Request request, String id) {
    JsonNode sent = Json.read(request.body());
    ObjectNode body = model.pods.read(sent, "/");
    body.put("id", id);
    AppSpec before = existing(id);
    Instant version = model.nextVersion();
    AppSpec pod = before.body.equals(body) ? before : AppSpec.next(before, body, version);
    DeploymentPlan plan =
        change(
            request,
            id,
            version,
            false,
            root -> {
              if (pod != before) {
                root.put(pod);
              }
            });
    told(request, "pod_updated_event");
    return AppChanges.done(200, PodView.definition(pod), plan);
  }

  private Answer delete(Request request, String id) {
    existing(id);
    DeploymentPlan plan = change(request, id, model.nextVersion(), true, root -> root.remove(id));
    told(request, "pod_deleted_event");
    return Answer.empty(202)
        .with("Location", request.root() + "/" + plan.id())
        .with("Marathon-Deployment-Id", plan.id());
  }
}
