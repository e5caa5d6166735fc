package dev.gennaker.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executions and stages as expressions see them: Spinnaker's keys, plain values. */
final class ExecutionView {

  private ExecutionView() {}

  static Map<String, Object> of(Run run) {
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", run.id());
    view.put("type", run.created().kind().name());
    view.put("application", run.created().application());
    view.put("name", run.created().name());
    view.put("pipelineConfigId", run.created().pipelineId());
    view.put("status", run.status().name());
    view.put("canceled", run.isCanceled());
    view.put("buildTime", millis(run.created().at()));
    view.put("startTime", millis(run.startedAt()));
    view.put("trigger", run.created().trigger());
    view.put("authentication", Map.of("user", run.created().startedBy().name()));
    view.put("stages", run.stages().values().stream().map(ExecutionView::of).toList());
    view.put("context", outputs(run));
    return Collections.unmodifiableMap(view);
  }

  static Map<String, Object> of(RunStage stage) {
    StageState state = stage.state();
    Map<String, @Nullable Object> view = new LinkedHashMap<>();
    view.put("id", stage.id());
    view.put("refId", stage.plan().refId());
    view.put("type", stage.plan().type());
    view.put("name", stage.plan().name());
    view.put("status", stage.status().name());
    view.put("startTime", millis(state.startedAt()));
    view.put("endTime", millis(state.endedAt()));
    view.put("requisiteStageRefIds", stage.plan().requisites());
    view.put("parentStageId", stage.plan().parentId());
    view.put("hasSucceeded", stage.status() == ExecutionStatus.SUCCEEDED);
    view.put(
        "hasFailed",
        switch (stage.status()) {
          case TERMINAL, STOPPED, FAILED_CONTINUE -> true;
          case NOT_STARTED, BUFFERED, RUNNING, PAUSED, SUSPENDED, SUCCEEDED, SKIPPED, CANCELED ->
              false;
        });
    view.put("outputs", state.outputs());
    view.put("context", context(state));
    return Collections.unmodifiableMap(view);
  }

  /** Spinnaker's stages find most of their outputs in their context too. */
  static Map<String, Object> context(StageState state) {
    Map<String, Object> context = new LinkedHashMap<>(state.outputs());
    context.putAll(state.context());
    Failure failure = state.failure();
    if (failure != null) {
      context.put("exception", Map.of("details", Map.of("error", failure.reason())));
    }
    return Collections.unmodifiableMap(context);
  }

  /** All outputs in one, those of later stages winning; lists of the same key are joined. */
  private static Map<String, Object> outputs(Run run) {
    Map<String, Object> merged = new LinkedHashMap<>();
    for (RunStage stage : run.topLevel()) {
      stage
          .state()
          .outputs()
          .forEach((key, value) -> merged.merge(key, value, ExecutionView::both));
    }
    return Collections.unmodifiableMap(merged);
  }

  private static Object both(Object earlier, Object later) {
    if (!(earlier instanceof List<?> first) || !(later instanceof List<?> second)) {
      return later;
    }
    List<Object> joined = new ArrayList<>(first);
    second.stream().filter(each -> !first.contains(each)).forEach(joined::add);
    return Collections.unmodifiableList(joined);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
