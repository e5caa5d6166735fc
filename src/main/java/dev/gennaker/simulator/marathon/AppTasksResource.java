package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/apps/{id}/tasks. */
final class AppTasksResource {

  private final Model model;
  private final AppView view;
  private final TaskKills kills;

  AppTasksResource(Model model, AppView view) {
    this.model = model;
    this.view = view;
    this.kills = new TaskKills(model, view);
  }

  Answer answer(Request request, String appPath, String task) {
    boolean get = request.method().equals("GET");
    if (get && task.isEmpty()) {
      return list(appPath);
    }
    if (!request.method().equals("DELETE")) {
      throw Refusal.noMethod();
    }
    String id = AppsResource.id(appPath);
    boolean scale = request.flag("scale", false);
    kills.refuseBoth(request);
    AppSpec app = AppsResource.find(model, id);
    if (app == null) {
      throw scale
          ? Refusal.of(404, "Path '" + id + "' does not exist")
          : Refusal.unknown(model.generation, "App '" + id + "' does not exist");
    }
    String host = request.one("host");
    List<AppInstance> doomed = new ArrayList<>();
    for (AppInstance instance : view.tasks.visible(id)) {
      boolean here = host == null || (instance.agent != null && instance.agent.host().equals(host));
      if (task.isEmpty() ? here : instance.taskId(model.generation).equals(task)) {
        doomed.add(instance);
      }
    }
    if (scale) {
      if (task.isEmpty() && view.tasks.visible(id).isEmpty()) {
        throw Refusal.of(404, "Path '" + id + "' does not exist");
      }
      return kills.scaled(request, doomed);
    }
    ArrayNode tasks = kills.now(request, doomed);
    ObjectNode out = Json.object();
    if (task.isEmpty()) {
      out.set("tasks", tasks);
    } else if (tasks.isEmpty()) {
      throw Refusal.unknown(model.generation, "Task '" + task + "' does not exist");
    } else {
      out.set("task", tasks.get(0));
    }
    return Answer.ok(out);
  }

  private Answer list(String path) {
    ObjectNode out = Json.object();
    ArrayNode tasks = out.putArray("tasks");
    if (path.endsWith("/*")) {
      AppsResource.group(model, path).forEach(a -> tasks.addAll(view.tasks.all(a.id, false)));
    } else {
      AppSpec app = AppsResource.existing(model, AppsResource.id(path));
      tasks.addAll(view.tasks.all(app.id, false));
    }
    return Answer.ok(out);
  }
}
