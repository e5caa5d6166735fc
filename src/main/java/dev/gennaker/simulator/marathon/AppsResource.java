package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/apps. */
final class AppsResource {

  private final Model model;
  private final AppView view;
  private final AppTasksResource appTasks;
  private final AppChanges changes;

  AppsResource(Model model, AppView view) {
    this.model = model;
    this.view = view;
    this.changes = new AppChanges(model, view);
    this.appTasks = new AppTasksResource(model, view);
  }

  /** {@code rest} is what follows /v2/apps. */
  Answer answer(Request request, String rest) {
    String path = rest.replaceAll("/+$", "");
    if (path.isEmpty()) {
      return switch (request.method()) {
        case "GET" -> list(request);
        case "POST" -> changes.create(request);
        case "PUT" -> changes.bulk(request, true);
        case "PATCH" -> changes.bulk(request, false);
        case "OPTIONS" -> Answer.empty(200).with("Allow", "HEAD,POST,GET,OPTIONS,PUT,PATCH");
        default -> throw Refusal.noMethod();
      };
    }
    int tasks = path.lastIndexOf("/tasks");
    if (tasks > 0 && (path.endsWith("/tasks") || path.indexOf('/', tasks + 7) < 0)) {
      if (path.length() == tasks + 6 || path.charAt(tasks + 6) == '/') {
        String task = path.length() == tasks + 6 ? "" : path.substring(tasks + 7);
        return appTasks.answer(request, path.substring(0, tasks), task);
      }
    }
    if (path.endsWith("/restart")) {
      only(request, "POST");
      return changes.restart(request, id(path.substring(0, path.length() - 8)));
    }
    int versions = path.lastIndexOf("/versions");
    if (versions > 0) {
      only(request, "GET");
      return versions(id(path.substring(0, versions)), path.substring(versions + 9));
    }
    return switch (request.method()) {
      case "GET" -> path.endsWith("/*") ? wildcard(request, path) : one(request, id(path));
      case "PUT" -> changes.put(request, id(path));
      case "PATCH" -> changes.patch(request, id(path));
      case "DELETE" -> changes.delete(request, id(path));
      case "OPTIONS" -> Answer.empty(200).with("Allow", "HEAD,DELETE,GET,OPTIONS,PUT,PATCH");
      default -> throw Refusal.noMethod();
    };
  }

  static String id(String path) {
    return Ids.canonical(path);
  }

  private static void only(Request request, String method) {
    if (!request.method().equals(method)) {
      throw Refusal.noMethod();
    }
  }

  private Answer list(Request request) {
    Predicate<AppSpec> wanted = app -> !app.pod();
    String id = request.one("id");
    String cmd = request.one("cmd");
    String label = request.one("label");
    if (id != null) {
      String part = id.toLowerCase(Locale.ROOT);
      wanted = wanted.and(app -> app.id.toLowerCase(Locale.ROOT).contains(part));
    }
    if (cmd != null) {
      String part = cmd.toLowerCase(Locale.ROOT);
      wanted =
          wanted.and(app -> Json.text(app.body, "cmd", "").toLowerCase(Locale.ROOT).contains(part));
    }
    if (label != null) {
      wanted = wanted.and(LabelSelector.parse(label));
    }
    Set<String> embeds = AppView.embeds(request.all("embed"), "apps.");
    ObjectNode out = Json.object();
    ArrayNode apps = out.putArray("apps");
    model.catalog.root().apps().values().stream()
        .filter(wanted)
        .forEach(app -> apps.add(view.json(app, embeds)));
    return Answer.ok(out);
  }

  private Answer one(Request request, String id) {
    Set<String> embeds = AppView.embeds(request.all("embed"), "apps.");
    embeds.addAll(AppView.SINGLE);
    ObjectNode out = Json.object();
    out.set("app", view.json(existing(model, id), embeds));
    return Answer.ok(out);
  }

  private Answer wildcard(Request request, String path) {
    Set<String> embeds = AppView.embeds(request.all("embed"), "apps.");
    embeds.addAll(AppView.SINGLE);
    ObjectNode out = Json.object();
    ArrayNode apps = out.putArray("*");
    for (AppSpec app : group(model, path)) {
      apps.add(view.json(app, embeds));
    }
    return Answer.ok(out);
  }

  /** The applications a path like /shop/* stands for. */
  static List<AppSpec> group(Model model, String wildcard) {
    String group = id(wildcard.substring(0, wildcard.length() - 1));
    if (!model.catalog.root().hasGroup(group)) {
      throw Refusal.unknown(model.generation, "Group '" + group + "' does not exist");
    }
    return model.catalog.root().appsWithin(group).stream().filter(a -> !a.pod()).toList();
  }

  /** The application, or what a GET says when there is none. */
  static AppSpec existing(Model model, String id) {
    AppSpec app = find(model, id);
    if (app == null) {
      throw Refusal.unknown(model.generation, "App '" + id + "' does not exist");
    }
    return app;
  }

  static @Nullable AppSpec find(Model model, String id) {
    AppSpec app = model.catalog.root().app(id);
    return app == null || app.pod() ? null : app;
  }

  private Answer versions(String id, String rest) {
    if (rest.isEmpty()) {
      existing(model, id);
      ObjectNode out = Json.object();
      ArrayNode versions = out.putArray("versions");
      model.catalog.versionsOf(id).forEach(v -> versions.add(Json.stamp(v)));
      return Answer.ok(out);
    }
    Instant version = Versions.parse(rest.substring(1));
    AppSpec app = model.catalog.version(id, version);
    if (app == null) {
      throw Refusal.unknown(
          model.generation, "App '" + id + "' does not exist in version " + Json.stamp(version));
    }
    return Answer.ok(app.json(true));
  }

  /** A refusal without details, as changes of unknown applications get it. */
  static Refusal missing(String id) {
    return Refusal.of(404, "App '" + id + "' does not exist");
  }
}
