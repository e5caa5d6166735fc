package dev.gennaker.simulator.marathon;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Applications as Marathon shows them. */
final class AppView {

  /** What a single application always comes with. */
  static final Set<String> SINGLE = Set.of("tasks", "lastTaskFailure");

  private final Model model;
  final TaskView tasks;

  AppView(Model model) {
    this.model = model;
    this.tasks = new TaskView(model);
  }

  /** The embeds asked for, without their prefix; unknown ones change nothing. */
  static Set<String> embeds(List<String> asked, String prefix) {
    Set<String> embeds = new HashSet<>();
    for (String one : asked) {
      String name = one.replaceFirst("^app\\.", "apps.");
      name = name.startsWith(prefix) ? name.substring(prefix.length()) : name;
      if (name.equals("failures")) {
        embeds.add("tasks");
        embeds.add("lastTaskFailure");
      } else {
        embeds.add(name);
      }
    }
    return embeds;
  }

  ObjectNode json(AppSpec app, Set<String> embeds) {
    ObjectNode out = app.json(true);
    tasks.addCounts(app.id, out);
    out.set("deployments", model.deployments.referencesOf(app.id));
    if (embeds.contains("readiness")) {
      Deployment deployment = model.deployments.of(app.id);
      out.set(
          "readinessCheckResults",
          deployment == null
              ? Json.array()
              : model.readiness.results(app.id, deployment.plan.id()));
    }
    if (embeds.contains("tasks")) {
      out.set("tasks", tasks.all(app.id, false));
    }
    ObjectNode failure = model.tasks.lastFailure(app.id);
    if (embeds.contains("lastTaskFailure") && failure != null) {
      out.set("lastTaskFailure", failure);
    }
    if (embeds.contains("taskStats")) {
      out.set("tasksStats", tasks.stats(app));
    }
    return out;
  }

  /** What creating an application answers: no version info, ports as they were sent. */
  ObjectNode created(AppSpec asSent, String deployment) {
    ObjectNode out = asSent.json(false);
    out.put("tasksStaged", 0)
        .put("tasksRunning", 0)
        .put("tasksHealthy", 0)
        .put("tasksUnhealthy", 0);
    out.putArray("deployments").addObject().put("id", deployment);
    if (model.generation.old()) {
      out.putArray("tasks");
    }
    return out;
  }
}
