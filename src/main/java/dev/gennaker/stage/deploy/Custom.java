package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Moniker;
import dev.gennaker.stage.ChildStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A strategy that is a pipeline of its own, with the parameters Spinnaker gives to one. */
final class Custom {

  /** Of an entry: whether the pipeline creates the server group itself, as Spinnaker's do. */
  static final String REPLACES = "strategyReplacesDeploy";

  private Custom() {}

  static List<ShiftTraffic.Step> of(Rollout rollout) {
    ShiftTraffic.Check pipeline =
        new ShiftTraffic.Check("pipeline", "Run its pipeline", settings(rollout));
    return List.of(new ShiftTraffic.Step(100, List.of(pipeline), List.of()));
  }

  /** The pipeline instead of everything else. */
  static ChildStage alone(Rollout rollout) {
    return new ChildStage(
        rollout.created(),
        "pipeline",
        "Run the strategy in " + rollout.region(),
        List.of(),
        settings(rollout),
        false);
  }

  private static Map<String, Object> settings(Rollout rollout) {
    ClusterEntry entry = rollout.entry();
    Map<String, Object> settings = new HashMap<>();
    settings.put("application", entry.text("strategyApplication").orElse(""));
    settings.put("pipeline", entry.text("strategyPipeline").orElse(""));
    settings.put("pipelineParameters", parameters(rollout));
    return settings;
  }

  private static Map<String, Object> parameters(Rollout rollout) {
    ClusterEntry entry = rollout.entry();
    Moniker moniker = rollout.moniker();
    Map<String, Object> named = new HashMap<>();
    named.put("app", moniker.app());
    named.put("cluster", moniker.cluster());
    if (moniker.stack() != null) {
      named.put("stack", moniker.stack());
    }
    if (moniker.detail() != null) {
      named.put("detail", moniker.detail());
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("application", moniker.app());
    parameters.put("credentials", entry.account());
    parameters.put("account", entry.account());
    parameters.put("cluster", moniker.cluster());
    parameters.put("clusterName", moniker.cluster());
    parameters.put("moniker", named);
    parameters.put("region", rollout.region());
    parameters.put("regions", List.of(rollout.region()));
    parameters.put("cloudProvider", entry.provider());
    parameters.put("strategy", true);
    parameters.put("clone", false);
    parameters.put("parentPipelineId", rollout.context().executionId());
    parameters.put("parentStageId", rollout.context().stageId());
    new ClusterEntry(rollout.body())
        .imageId()
        .ifPresent(
            image -> {
              parameters.put("imageId", image);
              parameters.put("amiName", image);
            });
    parameters.putAll(entry.object("pipelineParameters"));
    return parameters;
  }
}
