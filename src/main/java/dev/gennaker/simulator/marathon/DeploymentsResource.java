package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.Catalog.Change;
import java.time.Instant;

/** /v2/deployments. */
final class DeploymentsResource {

  private final Model model;

  DeploymentsResource(Model model) {
    this.model = model;
  }

  Answer answer(Request request, String rest) {
    String id = rest.replaceAll("^/+|/+$", "");
    if (id.isEmpty()) {
      if (!request.method().equals("GET")) {
        throw Refusal.noMethod();
      }
      return Answer.ok(model.deployments.json());
    }
    if (!request.method().equals("DELETE")) {
      throw Refusal.noMethod();
    }
    Deployment deployment = model.deployments.find(id);
    if (deployment == null) {
      throw Refusal.unknown(model.generation, "DeploymentPlan " + id + " does not exist");
    }
    if (request.force()) {
      model.deployments.cancel(deployment, "The upgrade has been cancelled");
      return Answer.empty(202);
    }
    return revert(deployment.plan);
  }

  /** Starts a deployment back to what was before; its version is older than what it replaces. */
  private Answer revert(DeploymentPlan plan) {
    Instant version = model.rollbackVersion();
    DeploymentPlan back =
        model.catalog.apply(
            Change.of(
                "/",
                true,
                version,
                root -> {
                  for (String id : plan.affected()) {
                    restore(root, plan.original(), id, version);
                  }
                }));
    return AppChanges.done(200, back.reference(), back);
  }

  private static void restore(Root root, Root original, String id, Instant version) {
    AppSpec before = original.app(id);
    AppSpec now = root.app(id);
    if (before == null) {
      root.remove(id);
    } else {
      root.put(AppSpec.next(now, before.body, version));
    }
  }
}
