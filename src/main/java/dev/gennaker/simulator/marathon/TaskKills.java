package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Goal;
import dev.gennaker.simulator.marathon.Catalog.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** Killing tasks by request: replaced, scaled away or wiped. */
final class TaskKills {

  private final Model model;
  private final AppView view;

  TaskKills(Model model, AppView view) {
    this.model = model;
    this.view = view;
  }

  void refuseBoth(Request request) {
    if (request.flag("scale", false) && request.flag("wipe", false)) {
      throw Refusal.of(400, "You cannot use scale and wipe at the same time.");
    }
  }

  /** Kills at once and answers the tasks as they were; others take their place. */
  ArrayNode now(Request request, List<AppInstance> doomed) {
    ArrayNode tasks = Json.array();
    doomed.forEach(i -> tasks.add(view.tasks.task(i, false)));
    boolean wipe = request.flag("wipe", false);
    for (AppInstance instance : doomed) {
      if (wipe) {
        model.tasks.expunge(instance);
      } else {
        model.tasks.kill(instance, Goal.RUNNING);
      }
    }
    return tasks;
  }

  /** Lowers the size of the applications and kills exactly these, in one deployment. */
  Answer scaled(Request request, List<AppInstance> doomed) {
    Map<String, List<String>> victims = new LinkedHashMap<>();
    for (AppInstance instance : doomed) {
      if (instance.goal == Goal.RUNNING) {
        victims.computeIfAbsent(instance.appId(), id -> new ArrayList<>()).add(instance.id);
      }
    }
    Instant version = model.nextVersion();
    String group = victims.size() == 1 ? Ids.parent(victims.keySet().iterator().next()) : "/";
    DeploymentPlan plan =
        model.catalog.apply(
            new Change(
                group,
                request.force(),
                version,
                victims,
                root ->
                    victims.forEach(
                        (id, gone) -> {
                          AppSpec app = root.app(id);
                          if (app != null) {
                            root.put(app.scaled(Math.max(0, app.instances - gone.size()), version));
                          }
                        })));
    return AppChanges.done(200, plan.reference(), plan);
  }
}
