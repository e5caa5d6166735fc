package dev.gennaker.stage.pipeline;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the other run means for the stage that started it. */
record ChildResult(RunPipeline settings, Execution child) {

  /**
   * A safety net only: the end of the other run wakes the stage. It holds when the node that ended
   * that run is killed before it could say so.
   */
  private static final Duration NEXT_LOOK = Duration.ofSeconds(10);

  Outcome outcome(Instant now) {
    if (!settings.waits()) {
      return Outcome.done(about());
    }
    return switch (child.status()) {
      case SUCCEEDED, SKIPPED, FAILED_CONTINUE -> Outcome.done(outputs());
      case CANCELED ->
          new Outcome.Canceled(
              "%s of %s was cancelled by %s%s"
                  .formatted(
                      child.name(),
                      child.application(),
                      child.canceledBy(),
                      child.cancelReason().isEmpty() ? "" : ": " + child.cancelReason()));
      case TERMINAL, STOPPED -> failed();
      case NOT_STARTED, BUFFERED, RUNNING, PAUSED, SUSPENDED -> held(waitsFor(), child.id(), now);
    };
  }

  static Outcome.Held held(String reason, String id, Instant now) {
    return new Outcome.Held(
        new Waiting(reason, null, Map.of("executionId", id)),
        now.plus(NEXT_LOOK),
        Map.of("executionId", id));
  }

  private String waitsFor() {
    String what =
        "Waits for %s of %s, which is %s"
            .formatted(child.name(), child.application(), words(child.status()));
    return child.stages().stream()
        .filter(stage -> stage.status() == ExecutionStatus.RUNNING && stage.waiting() != null)
        .findFirst()
        .map(stage -> what + "; " + stage.name() + ": " + reason(stage.waiting()))
        .orElse(child.waiting().isEmpty() ? what : what + ": " + child.waiting());
  }

  private static String reason(@Nullable Waiting waiting) {
    return waiting == null ? "" : waiting.reason();
  }

  private static String words(ExecutionStatus status) {
    return status.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private Outcome failed() {
    @Nullable StageState culprit =
        child.stages().stream()
            .filter(stage -> stage.status().halts() && stage.failure() != null)
            .findFirst()
            .orElse(null);
    @Nullable Failure failure = culprit == null ? null : culprit.failure();
    Map<String, Object> evidence = new LinkedHashMap<>(about());
    if (culprit != null && failure != null) {
      evidence.put("stage", culprit.name());
      evidence.put("stageId", culprit.id());
      evidence.putAll(failure.evidence());
    }
    return new Outcome.Failed(
        culprit == null || failure == null
            ? "%s of %s failed; open the run %s to see where"
                .formatted(child.name(), child.application(), child.id())
            : "%s of %s failed in %s: %s"
                .formatted(child.name(), child.application(), culprit.name(), failure.reason()),
        failure == null || failure.retryable(),
        evidence);
  }

  private Map<String, Object> outputs() {
    Map<String, Object> outputs = new HashMap<>();
    if (!Boolean.TRUE.equals(settings.skipDownstreamOutput())) {
      child.stages().forEach(stage -> outputs.putAll(stage.outputs()));
    }
    outputs.putAll(about());
    return outputs;
  }

  private Map<String, Object> about() {
    return Map.of(
        "executionId", child.id(),
        "executionName", child.name(),
        "status", child.status().name());
  }
}
