package dev.gennaker.ui.plan;

import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.ui.graph.GraphModel;
import dev.gennaker.ui.graph.GraphStage;
import dev.gennaker.ui.graph.GraphStart;
import dev.gennaker.ui.graph.RunMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the graph shows of a plan: each stage with how it would fare. */
final class PlanGraph {

  private PlanGraph() {}

  static GraphModel of(
      Pipeline pipeline, ExecutionPlan plan, String startedBy, StageCatalog catalog) {
    Map<String, Foreseen> byRefId =
        Foreseen.in(plan).stream()
            .collect(Collectors.toMap(f -> f.step().refId(), Function.identity(), (a, b) -> a));
    List<GraphStage> stages =
        pipeline.stages().stream()
            .map(stage -> stage(stage, byRefId.get(stage.refId()), catalog))
            .toList();
    return new GraphModel(
        GraphModel.Mode.PLAN,
        new GraphStart("manual by " + startedBy, "zap", 0),
        stages,
        List.of(),
        List.of(),
        plan.asOf());
  }

  private static GraphStage stage(
      StageDefinition stage, @Nullable Foreseen foreseen, StageCatalog catalog) {
    Optional<StageType<?>> type = catalog.find(stage.type());
    return GraphStage.of(
            stage.refId(),
            stage.name(),
            stage.type(),
            type.map(StageType::label).orElse(stage.type()),
            type.map(StageType::icon).orElse("puzzle"),
            type.map(t -> t.headline(stage.settings())).orElse(stage.type()),
            stage.requisites())
        .withRun(
            foreseen == null
                ? RunMark.notStarted()
                : new RunMark(
                    foreseen.status(), foreseen.headline(), null, null, null, false, List.of()));
  }
}
