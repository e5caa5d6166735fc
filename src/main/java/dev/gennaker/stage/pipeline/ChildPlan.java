package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import java.util.Map;

/** The plan of another pipeline, as the stage that would run it tells it. */
final class ChildPlan {

  private ChildPlan() {}

  static Outcome told(ExecutionPlan plan, RunPipeline settings, PlanNotes notes) {
    notes.effect(
        PlanNotes.Kind.RUN,
        "Runs %s of %s%s"
            .formatted(
                plan.name(),
                plan.application(),
                settings.waits() ? "" : ", and does not wait for it"),
        Map.of("application", plan.application(), "pipeline", plan.name()));
    plan.before().forEach(notes::obstacle);
    for (ExecutionPlan.Step step : plan.steps()) {
      step.effects()
          .forEach(
              effect ->
                  notes.effect(
                      effect.kind(),
                      "%s: %s: %s".formatted(plan.name(), step.name(), effect.text()),
                      effect.facts()));
      step.obstacles().forEach(o -> notes.obstacle(step.name() + ": " + o));
    }
    return plan.expected() == ExecutionStatus.SUCCEEDED || !settings.waits()
        ? Outcome.done(
            Map.of("executionName", plan.name(), "status", ExecutionStatus.SUCCEEDED.name()))
        : Outcome.failed(
            "%s of %s would fail: %s".formatted(plan.name(), plan.application(), plan.reason()));
  }
}
