package dev.gennaker.stage.terminate;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Operations;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds whose instances they are, and ends them. */
@Component
class TerminateSteps {

  private final Clouds clouds;
  private final Operations operations;

  TerminateSteps(Clouds clouds, Operations operations) {
    this.clouds = clouds;
    this.operations = operations;
  }

  Outcome run(Terminate settings, boolean decrement, StageContext context) {
    return operations.carryOut(
        "terminate", context, () -> decide(settings, decrement), Outcome::done);
  }

  private Decision decide(Terminate settings, boolean decrement) {
    List<String> missing = new ArrayList<>(settings.ids());
    List<Operation> steps = new ArrayList<>();
    for (ServerGroup group : clouds.serverGroups()) {
      List<String> here =
          group.instances().stream().map(Instance::id).filter(missing::contains).toList();
      if (!here.isEmpty() && mayBe(group, settings)) {
        steps.add(new Operation.Terminate(group.id(), here, decrement));
        missing.removeAll(here);
      }
    }
    return missing.isEmpty() && !steps.isEmpty()
        ? new Decision.Act(steps)
        : new Decision.Instead(
            Outcome.failed(
                missing.isEmpty()
                    ? "It names no instance; give at least one id"
                    : "These instances do not run%s: %s; look at the clusters page for what runs now"
                        .formatted(
                            settings.serverGroupName() == null
                                ? ""
                                : " in " + settings.serverGroupName(),
                            String.join(", ", missing))));
  }

  private static boolean mayBe(ServerGroup group, Terminate settings) {
    return (settings.credentials() == null || settings.credentials().equals(group.id().account()))
        && (settings.region() == null
            || settings.region().replace('/', '_').equals(group.id().region()))
        && (settings.serverGroupName() == null || settings.serverGroupName().equals(group.name()));
  }
}
