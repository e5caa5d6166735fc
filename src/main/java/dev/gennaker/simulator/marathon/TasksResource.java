package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/tasks. */
final class TasksResource {

  private static final Pattern TASK_ID = Pattern.compile(".+[._-][^.]*[-].+|.+\\.[^.]+-[^.]+");

  private final Model model;
  private final AppView view;
  private final TaskKills kills;

  TasksResource(Model model, AppView view) {
    this.model = model;
    this.view = view;
    this.kills = new TaskKills(model, view);
  }

  Answer answer(Request request, String rest) {
    String path = rest.replaceAll("/+$", "");
    if (path.isEmpty()) {
      if (!request.method().equals("GET")) {
        throw Refusal.noMethod();
      }
      return list(request);
    }
    if (path.equals("/delete")) {
      if (!request.method().equals("POST")) {
        throw Refusal.noMethod();
      }
      return delete(request);
    }
    throw Refusal.noUri();
  }

  private Answer list(Request request) {
    List<String> states = new ArrayList<>(request.all("status"));
    states.addAll(request.all("status[]"));
    states.retainAll(List.of("running", "staging"));
    ObjectNode out = Json.object();
    ArrayNode tasks = out.putArray("tasks");
    for (AppSpec app : model.catalog.root().apps().values()) {
      if (app.pod()) {
        continue;
      }
      for (AppInstance instance : view.tasks.visible(app.id)) {
        if (states.isEmpty() || states.contains(state(instance))) {
          tasks.add(view.tasks.task(instance, true));
        }
      }
    }
    return Answer.ok(out);
  }

  private static String state(AppInstance instance) {
    return switch (instance.state == null ? "" : instance.state) {
      case "TASK_RUNNING" -> "running";
      case "TASK_STAGING" -> "staging";
      default -> "";
    };
  }

  private Answer delete(Request request) {
    JsonNode body = Json.read(request.body());
    Problems problems = new Problems();
    if (!(body.get("ids") instanceof ArrayNode ids)) {
      problems.add(
          "", body.has("ids") ? "error.expected.jsarray" : "'ids' is undefined on object: " + body);
      problems.refuseUnreadable();
      throw Refusal.noUri();
    }
    kills.refuseBoth(request);
    List<AppInstance> doomed = new ArrayList<>();
    for (JsonNode id : ids) {
      String task = id.asString("");
      if (!TASK_ID.matcher(task).matches()) {
        throw Refusal.of(
            400,
            "Invalid task id '"
                + task
                + "'. [taskId "
                + task
                + " no valid identifier (of class java.lang.String)]");
      }
      AppInstance instance = model.instances.byTask(task);
      if (instance != null && model.catalog.root().app(instance.appId()) != null) {
        doomed.add(instance);
      }
    }
    if (request.flag("scale", false)) {
      return kills.scaled(request, doomed);
    }
    ObjectNode out = Json.object();
    out.set("tasks", kills.now(request, doomed));
    return Answer.ok(out);
  }
}
