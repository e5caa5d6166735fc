package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** The running deployments, which lock the applications they touch. */
final class Deployments {

  static final String LOCKED =
      "App is locked by one or more deployments. Override with the option '?force=true'."
          + " View details at '/v2/deployments/<DEPLOYMENT_ID>'.";

  private final Model model;
  private final Map<String, Deployment> running = new LinkedHashMap<>();
  private final Map<String, Deployment> byApp = new LinkedHashMap<>();
  private final Set<String> poked = new HashSet<>();

  Deployments(Model model) {
    this.model = model;
  }

  /** Refuses a plan that cannot start now; with force, makes room for it. */
  void admit(DeploymentPlan plan, boolean force) {
    List<Deployment> inTheWay = conflicts(plan);
    if (!inTheWay.isEmpty() && !force) {
      model.events.deploymentEnded("deployment_failed", plan, LOCKED);
      var body = Json.object("message", LOCKED);
      ArrayNode ids = body.putArray("deployments");
      inTheWay.forEach(d -> ids.addObject().put("id", d.plan.id()));
      throw new Refusal(409, body);
    }
    // Nothing gets past this limit, not even force.
    if (running.size() >= model.knobs.maxDeployments()) {
      throw Refusal.of(
          403,
          "Max number ("
              + model.knobs.maxDeployments()
              + ") of running deployments is achieved. Wait for existing deployments to complete or"
              + " cancel oneusing force=true parameter. You can increase max deployment number by"
              + " using --max_running_deployments parameter but be advised that this can have negative"
              + " effects on the performance.");
    }
    inTheWay.forEach(d -> cancel(d, "The upgrade has been cancelled"));
  }

  private List<Deployment> conflicts(DeploymentPlan plan) {
    Set<Deployment> found = new java.util.LinkedHashSet<>();
    for (String id : plan.affected()) {
      Deployment other = byApp.get(id);
      if (other != null) {
        found.add(other);
      }
    }
    return new ArrayList<>(found);
  }

  void start(DeploymentPlan plan) {
    if (plan.isEmpty()) {
      model.events.deploymentEnded("deployment_success", plan, null);
      return;
    }
    Deployment deployment = new Deployment(model, plan);
    running.put(plan.id(), deployment);
    plan.affected().forEach(id -> byApp.put(id, deployment));
    deployment.begin();
    poke(plan.affected().iterator().next());
  }

  /**
   * Something changed for this application: its deployment looks again before the moment is over.
   */
  void poke(String appId) {
    Deployment deployment = byApp.get(appId);
    if (deployment != null && poked.add(deployment.plan.id())) {
      model.heart.soon(
          () -> {
            poked.remove(deployment.plan.id());
            if (running.containsKey(deployment.plan.id()) && deployment.proceed()) {
              forget(deployment);
              model.events.deploymentEnded("deployment_success", deployment.plan, null);
            }
          });
    }
  }

  void cancel(Deployment deployment, String reason) {
    forget(deployment);
    model.events.deploymentEnded("deployment_failed", deployment.plan, reason);
  }

  private void forget(Deployment deployment) {
    running.remove(deployment.plan.id());
    for (String id : deployment.plan.affected()) {
      byApp.remove(id, deployment);
      model.instances.of(id).forEach(i -> i.startedBy = null);
    }
  }

  @Nullable Deployment find(String id) {
    return running.get(id);
  }

  ArrayNode json() {
    ArrayNode out = Json.array();
    running.values().forEach(d -> out.add(d.json()));
    return out;
  }

  /** The deployments of one application, as its definition lists them. */
  ArrayNode referencesOf(String appId) {
    ArrayNode out = Json.array();
    Deployment deployment = byApp.get(appId);
    if (deployment != null) {
      out.addObject().put("id", deployment.plan.id());
    }
    return out;
  }

  @Nullable Deployment of(String appId) {
    return byApp.get(appId);
  }
}
