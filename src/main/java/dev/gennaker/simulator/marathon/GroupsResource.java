package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.Catalog.Change;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/groups. */
final class GroupsResource {

  private final Model model;
  private final AppView apps;
  private final GroupView view;
  private final GroupReader reader;

  GroupsResource(Model model, AppView apps) {
    this.model = model;
    this.apps = apps;
    this.view = new GroupView(model, apps);
    this.reader = new GroupReader(model);
  }

  Answer answer(Request request, String rest) {
    String path = rest.replaceAll("/+$", "");
    int versions = path.lastIndexOf("/versions");
    if (request.method().equals("GET") && versions >= 0) {
      return versions(Ids.canonical(path.substring(0, versions)), path.substring(versions + 9));
    }
    if (request.method().equals("GET") && path.endsWith("/apps")) {
      return appsOf(request, Ids.canonical(path.substring(0, path.length() - 5)));
    }
    String id = Ids.canonical(path);
    return switch (request.method()) {
      case "GET" -> get(request, id);
      case "POST" -> create(request, id);
      case "PUT" -> put(request, id);
      case "PATCH" -> patch(request, id);
      case "DELETE" -> delete(request, id);
      default -> throw Refusal.noMethod();
    };
  }

  private Answer get(Request request, String id) {
    existing(id);
    Set<String> embeds = AppView.embeds(request.all("embed"), "group.");
    return Answer.ok(view.json(model.catalog.root(), id, embeds));
  }

  private Answer appsOf(Request request, String id) {
    existing(id);
    ArrayNode out = Json.array();
    Set<String> embeds = AppView.embeds(request.all("embed"), "apps.");
    model.catalog.root().appsWithin(id).stream()
        .filter(a -> !a.pod())
        .forEach(a -> out.add(apps.json(a, embeds)));
    return Answer.ok(out);
  }

  private void existing(String id) {
    if (!model.catalog.root().hasGroup(id)) {
      throw Refusal.unknown(model.generation, "Group '" + id + "' does not exist");
    }
  }

  private Answer versions(String id, String rest) {
    existing(id);
    if (rest.isEmpty()) {
      ArrayNode out = Json.array();
      model.catalog.rootVersions().forEach(v -> out.add(Json.stamp(v)));
      return Answer.ok(out);
    }
    Root root = past(id, Versions.parse(rest.substring(1)));
    return Answer.ok(view.json(root, id, Set.of()));
  }

  private Root past(String id, Instant version) {
    Root root = model.catalog.rootAt(version);
    if (root == null || !root.hasGroup(id)) {
      throw Refusal.of(422, "Group " + id + " not available in version " + Json.stamp(version));
    }
    return root;
  }

  private Answer create(Request request, String base) {
    JsonNode body = Json.read(request.body());
    ObjectNode read = GroupReader.read(body);
    String id = Ids.below(base, Json.text(read, "id", ""));
    if (model.catalog.root().app(id) != null) {
      throw Refusal.of(409, "An app with the path " + id + " already exists.");
    }
    if (model.catalog.root().groups().containsKey(id)) {
      throw Refusal.of(409, "Group " + id + " is already created. Use PUT to change this group.");
    }
    Instant version = model.nextVersion();
    DeploymentPlan plan =
        change(request, id, version, root -> reader.write(root, id, body, version));
    return AppChanges.done(201, plan.reference(), plan).with("Location", request.root() + id);
  }

  private DeploymentPlan change(Request request, String id, Instant version, Consumer<Root> edit) {
    return model.catalog.apply(Change.of(Ids.parent(id), request.force(), version, edit));
  }

  private Answer put(Request request, String base) {
    JsonNode body = Json.read(request.body());
    ObjectNode read = GroupReader.read(body);
    String id =
        base.equals("/") && read.has("id") ? Ids.below("/", Json.text(read, "id", "")) : base;
    Instant version = model.nextVersion();
    Consumer<Root> edit = edit(id, body, read, version);
    if (request.flag("dryRun", false)) {
      DeploymentPlan plan =
          model.catalog.plan(Change.of(Ids.parent(id), request.force(), version, edit));
      ObjectNode out = Json.object();
      out.set("steps", plan.stepsJson());
      return Answer.ok(out);
    }
    DeploymentPlan plan = change(request, id, version, edit);
    return AppChanges.done(200, plan.reference(), plan);
  }

  private Consumer<Root> edit(String id, JsonNode body, ObjectNode read, Instant version) {
    boolean scale = read.has("scaleBy");
    if (scale || read.has("version")) {
      Set<String> others =
          Set.of("apps", "pods", "groups", "dependencies", scale ? "version" : "scaleBy");
      if (read.propertyNames().stream().anyMatch(others::contains)) {
        Problems problems = new Problems();
        problems.add(
            "/", "'" + (scale ? "scaleBy" : "version") + "' can not be combined with other fields");
        problems.refuseInvalid();
      }
      existing(id);
    }
    if (scale) {
      double factor = read.get("scaleBy").asDouble();
      return root -> scale(root, id, factor, version);
    }
    if (read.has("version")) {
      Root old = past(id, Versions.parse(read.get("version").asString()));
      return root -> restore(root, old, id, version);
    }
    return root -> reader.write(root, id, body, version);
  }

  private static void scale(Root root, String group, double factor, Instant version) {
    for (AppSpec app : root.appsWithin(group)) {
      int to = (int) Math.ceil(app.instances * factor - 1e-9);
      if (to != app.instances) {
        root.put(app.scaled(to, version));
      }
    }
  }

  private static void restore(Root root, Root old, String group, Instant version) {
    Root before = root.next(version);
    GroupReader.remove(root, group);
    old.groups().values().stream()
        .filter(g -> Ids.within(g.id(), group))
        .forEach(g -> root.groups().put(g.id(), g));
    for (AppSpec app : old.appsWithin(group)) {
      AppSpec now = before.app(app.id);
      if (now != null && now.body.equals(app.body)) {
        root.put(now);
      } else {
        root.put(AppSpec.next(now, app.body, version));
      }
    }
  }

  /** Only the role of a top-level group can be set this way, and only in the newer Marathon. */
  private Answer patch(Request request, String id) {
    if (model.generation.old()) {
      throw Refusal.noMethod();
    }
    existing(id);
    ObjectNode read = GroupReader.read(Json.read(request.body()));
    Root.GroupSpec group = model.catalog.root().groups().get(id);
    if (group == null || !Ids.parent(id).equals("/")) {
      Problems problems = new Problems();
      problems.add("/enforceRole", "can only be set on top-level groups");
      problems.refuseInvalid();
      return Answer.empty(422);
    }
    Instant version = model.nextVersion();
    boolean enforce = Json.bool(read, "enforceRole");
    change(
        request,
        id,
        version,
        root ->
            root.groups().put(id, new Root.GroupSpec(id, group.dependencies(), enforce, version)));
    return Answer.empty(200);
  }

  private Answer delete(Request request, String id) {
    if (!model.catalog.root().hasGroup(id)) {
      throw Refusal.of(404, "Group '" + id + "' does not exist");
    }
    DeploymentPlan plan =
        change(request, id, model.nextVersion(), root -> GroupReader.remove(root, id));
    return AppChanges.done(200, plan.reference(), plan);
  }
}
