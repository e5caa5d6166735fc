package dev.gennaker.ui.plan;

import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * How a stage would fare, with the stages that carry it out.
 *
 * @param step the stage itself
 * @param all it and its children, in order
 */
record Foreseen(ExecutionPlan.Step step, List<ExecutionPlan.Step> all) {

  /** The stages of the pipeline in the order they would start. */
  static List<Foreseen> in(ExecutionPlan plan) {
    List<Foreseen> stages = new ArrayList<>();
    for (ExecutionPlan.Step step : plan.steps()) {
      if (step.parentRefId() == null) {
        stages.add(new Foreseen(step, new ArrayList<>()));
      }
      if (!stages.isEmpty()) {
        stages.getLast().all().add(step);
      }
    }
    return stages;
  }

  long obstacles() {
    return all.stream().mapToLong(one -> one.obstacles().size()).sum();
  }

  /** What would happen to it, in a few words. */
  String word() {
    return obstacles() > 0 ? Words.count(obstacles(), "obstacle") : wordOf(step.expected());
  }

  Status status() {
    return obstacles() > 0 ? Status.HELD : statusOf(step.expected());
  }

  /** Its word and, where it is about to do something, what. */
  String headline() {
    return status() != Status.TODO
        ? word()
        : all.stream()
            .flatMap(one -> one.effects().stream())
            .map(dev.gennaker.stage.PlanNotes.Effect::text)
            .findFirst()
            .orElse("Changes nothing outside");
  }

  static Status statusOf(ExecutionStatus expected) {
    return switch (expected) {
      case NOT_STARTED -> Status.NOT_REACHED;
      case SKIPPED -> Status.SKIPPED;
      case FAILED_CONTINUE, STOPPED, TERMINAL -> Status.FAILED;
      case CANCELED -> Status.STOPPED;
      case SUCCEEDED, RUNNING, BUFFERED, PAUSED, SUSPENDED -> Status.TODO;
    };
  }

  static String wordOf(ExecutionStatus expected) {
    return switch (expected) {
      case NOT_STARTED -> "Would not be reached";
      case SKIPPED -> "Would be skipped";
      case FAILED_CONTINUE -> "Would fail, ignored";
      case STOPPED -> "Would fail, its branch stops";
      case TERMINAL -> "Would fail";
      case CANCELED -> "Would be cancelled";
      case SUCCEEDED -> "Would run";
      case RUNNING, BUFFERED, PAUSED, SUSPENDED -> "Would still run";
    };
  }
}
