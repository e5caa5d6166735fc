package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.Catalog.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Creating, updating, restarting and deleting applications. */
final class AppChanges {

  private final Model model;
  private final AppView view;

  AppChanges(Model model, AppView view) {
    this.model = model;
    this.view = view;
  }

  Answer create(Request request) {
    ObjectNode body = model.reader.create(Json.read(request.body()));
    String id = body.get("id").asString();
    if (AppsResource.find(model, id) != null) {
      throw Refusal.of(409, "An app with id [" + id + "] already exists.");
    }
    refusePod(id);
    Instant version = model.nextVersion();
    AppSpec app = AppSpec.next(null, body, version);
    DeploymentPlan plan =
        model.catalog.apply(Change.of(Ids.parent(id), request.force(), version, r -> r.put(app)));
    posted(request, app, false);
    return done(201, view.created(app, plan.id()), plan).with("Location", request.root() + id);
  }

  private void refusePod(String id) {
    AppSpec there = model.catalog.root().app(id);
    if (there != null && there.pod()) {
      Problems problems = new Problems();
      problems.add("/", "Applications and Pods may not share the same id");
      problems.refuseInvalid();
    }
  }

  private void posted(Request request, AppSpec app, boolean versionInfo) {
    model.events.publish(
        "api_post_event",
        () -> {
          ObjectNode out = Json.object("clientIp", request.client());
          out.put("uri", request.path());
          return out.set("appDefinition", app.json(versionInfo));
        });
  }

  Answer put(Request request, String id) {
    JsonNode body = Json.read(request.body());
    AppSpec before = AppsResource.find(model, id);
    Instant target = AppReader.rollbackTarget(body);
    if (target != null) {
      return rollback(request, id, target);
    }
    Instant version = model.nextVersion();
    boolean merge = request.flag("partialUpdate", true) && before != null;
    ObjectNode next =
        merge && before != null
            ? model.reader.update(before, body)
            : model.reader.replace(id, body);
    refusePod(id);
    return update(request, before, next, version);
  }

  Answer patch(Request request, String id) {
    JsonNode body = Json.read(request.body());
    AppSpec before = AppsResource.find(model, id);
    Instant target = AppReader.rollbackTarget(body);
    if (target != null) {
      return rollback(request, id, target);
    }
    if (before == null) {
      model.reader.replace(id, body);
      throw AppsResource.missing(id);
    }
    return update(request, before, model.reader.update(before, body), model.nextVersion());
  }

  private Answer update(
      Request request, @Nullable AppSpec before, ObjectNode body, Instant version) {
    AppSpec app = unchanged(before, body) ? before : AppSpec.next(before, body, version);
    if (app == null) {
      throw new IllegalStateException("no application and nothing changed");
    }
    DeploymentPlan plan =
        model.catalog.apply(
            Change.of(
                Ids.parent(app.id),
                request.force(),
                version,
                root -> {
                  if (app != before) {
                    root.put(app);
                  }
                }));
    AppSpec now = model.catalog.root().app(app.id);
    posted(request, now == null ? app : now, true);
    if (before == null) {
      return done(201, plan.reference(), plan).with("Location", request.root() + app.id);
    }
    return done(200, plan.reference(), plan);
  }

  /**
   * True when an update says what is there already, zeros standing for the ports that were given.
   */
  private static boolean unchanged(@Nullable AppSpec before, ObjectNode body) {
    return before != null
        && before.body.equals(ServicePorts.assign(body, before, new java.util.HashSet<>()));
  }

  private Answer rollback(Request request, String id, Instant target) {
    AppSpec before = AppsResource.find(model, id);
    AppSpec old = model.catalog.version(id, target);
    if (before == null || old == null) {
      model.catalog.askedFor(id, target);
      throw AppsResource.missing(id);
    }
    return update(request, before, old.body, model.nextVersion());
  }

  Answer bulk(Request request, boolean mayCreate) {
    JsonNode body = Json.read(request.body());
    if (!(body instanceof ArrayNode array)) {
      Problems problems = new Problems();
      problems.add("/", "error.expected.jsarray");
      problems.refuseUnreadable();
      throw Refusal.noUri();
    }
    Instant version = model.nextVersion();
    List<AppSpec> changed = new ArrayList<>();
    for (JsonNode one : array) {
      String given = one.isObject() ? Json.text(one, "id") : null;
      if (given == null) {
        throw Refusal.of(422, "requirement failed: App Update must have app id set");
      }
      String id = Ids.canonical(given);
      AppSpec before = AppsResource.find(model, id);
      if (before == null && !mayCreate) {
        throw AppsResource.missing(id);
      }
      boolean merge = before != null && request.flag("partialUpdate", true);
      ObjectNode next =
          merge && before != null
              ? model.reader.update(before, one)
              : model.reader.replace(id, one);
      if (!unchanged(before, next)) {
        changed.add(AppSpec.next(before, next, version));
      }
    }
    DeploymentPlan plan =
        model.catalog.apply(
            Change.of("/", request.force(), version, root -> changed.forEach(root::put)));
    return done(200, plan.reference(), plan);
  }

  Answer restart(Request request, String id) {
    AppSpec before = AppsResource.find(model, id);
    if (before == null) {
      throw AppsResource.missing(id);
    }
    Instant version = model.nextVersion();
    DeploymentPlan plan =
        model.catalog.apply(
            Change.of(
                Ids.parent(id),
                request.force(),
                version,
                root -> root.put(before.restarted(version))));
    return done(200, plan.reference(), plan);
  }

  Answer delete(Request request, String id) {
    if (AppsResource.find(model, id) == null) {
      throw AppsResource.missing(id);
    }
    DeploymentPlan plan =
        model.catalog.apply(
            Change.of(
                Ids.parent(id),
                request.flag("force", true),
                model.nextVersion(),
                root -> root.remove(id)));
    return done(200, plan.reference(), plan);
  }

  static Answer done(int status, JsonNode body, DeploymentPlan plan) {
    return Answer.json(status, body).with("Marathon-Deployment-Id", plan.id());
  }
}
