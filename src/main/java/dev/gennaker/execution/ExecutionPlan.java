package dev.gennaker.execution;

import dev.gennaker.stage.PlanNotes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an execution would do if it started now and everything outside went well: its stages with
 * real expressions, seen against what runs where at this moment.
 *
 * @param asOf when it was made; it is true only as long as nothing changes
 * @param expected how the execution would end
 * @param reason why, where it would not simply succeed; else empty
 * @param before what it would have to wait for, or what would stop it, before its first stage
 * @param atLeast how long its waits and windows take together; work outside is not counted
 * @param steps in the order they would start; children follow their parents, and those never
 *     reached come last
 */
public record ExecutionPlan(
    String application,
    String name,
    Instant asOf,
    ExecutionStatus expected,
    String reason,
    List<String> before,
    Duration atLeast,
    List<Step> steps) {

  /**
   * What one stage would do.
   *
   * @param parentRefId the stage it is a child of; null for a stage of the pipeline
   * @param expected how it would end; NOT_STARTED where it would not be reached
   * @param reason why it would be skipped, fail or not be reached; else empty
   * @param startsAfter after how much waiting; null where it would not start
   * @param context its settings with expressions evaluated
   * @param effects what it would do, in order
   * @param obstacles what would stop it; the stages after it are planned as if nothing had
   */
  public record Step(
      String refId,
      @Nullable String parentRefId,
      String type,
      String name,
      ExecutionStatus expected,
      String reason,
      @Nullable Duration startsAfter,
      Map<String, Object> context,
      List<PlanNotes.Effect> effects,
      List<String> obstacles) {}

  /** Whether nothing known would stop it. */
  public boolean clear() {
    return expected == ExecutionStatus.SUCCEEDED
        && before.isEmpty()
        && steps.stream().allMatch(step -> step.obstacles().isEmpty());
  }
}
