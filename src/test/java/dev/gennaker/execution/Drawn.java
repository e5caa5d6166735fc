package dev.gennaker.execution;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Executions drawn in the notation of {@code docs/engine-rules.md}. */
final class Drawn {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private Drawn() {}

  static Run run(String execution, String stages) {
    Set<String> words = Set.of(execution.split(" "));
    Map<String, RunStage> drawn = new LinkedHashMap<>();
    for (RunStage stage : stages(stages)) {
      drawn.put(stage.id(), stage);
    }
    boolean begun = !words.contains("new");
    return new Run(
        "run",
        created(
            new Limits(false, 0, false, words.contains("expired") ? NOW.minusSeconds(1) : null)),
        !begun
            ? ExecutionStatus.NOT_STARTED
            : words.contains("paused") ? ExecutionStatus.PAUSED : ExecutionStatus.RUNNING,
        begun ? NOW : null,
        null,
        NOW,
        "",
        words.contains("cancelled") ? "dev" : null,
        words.contains("cancelled") ? "enough" : "",
        words.contains("paused") ? NOW : null,
        withOpenParents(drawn),
        7);
  }

  static Created created(Limits limits) {
    return new Created(
        NOW,
        Execution.Kind.PIPELINE,
        "shop",
        "Deploy",
        "pipeline-1",
        1,
        Map.of("type", "manual"),
        new Actor("dev", Set.of()),
        limits,
        List.of());
  }

  static List<RunStage> stages(String drawn) {
    return drawn.isEmpty()
        ? List.of()
        : Arrays.stream(drawn.split(", ")).map(Drawn::stage).toList();
  }

  /** {@code p/c<a<b=STATUS[words]}. */
  static RunStage stage(String drawn) {
    String[] sides = drawn.replace("]", "").split("=", 2);
    String[] names = sides[0].split("<");
    String[] path = names[0].split("/");
    String[] status = sides[1].split("\\[");
    Map<String, Object> settings = new LinkedHashMap<>();
    List<String> words = status.length > 1 ? List.of(status[1].split(" ")) : List.of();
    words.stream()
        .filter(word -> word.contains("="))
        .map(word -> word.split("="))
        .forEach(pair -> settings.put(pair[0], pair[1]));
    StageDraft draft =
        new StageDraft(
            new PlannedStage(
                path[path.length - 1],
                path[path.length - 1],
                "wait",
                path[path.length - 1],
                path.length > 1 ? path[0] : null,
                Arrays.asList(names).subList(1, names.length),
                settings,
                words.contains("mayFail")));
    draft.status = ExecutionStatus.valueOf(status[0]);
    draft.past = words.contains("old");
    if (draft.status == ExecutionStatus.RUNNING) {
      draft.startedAt = NOW.minusSeconds(60);
      draft.due = words.contains("later") ? NOW.plusSeconds(60) : NOW;
      draft.deadline = NOW.plus(Duration.ofHours(words.contains("late") ? 0 : 1));
    }
    if (words.contains("held") || words.contains("ripe")) {
      draft.due = words.contains("ripe") ? NOW : NOW.plusSeconds(60);
      draft.waiting = Waiting.on("its window");
    }
    if (words.contains("skip")) {
      draft.signals = Map.of("manualSkip", true);
    }
    return draft.freeze();
  }

  /** A parent whose children have not all ended well is not looked at itself. */
  private static Map<String, RunStage> withOpenParents(Map<String, RunStage> stages) {
    for (RunStage child : List.copyOf(stages.values())) {
      String parentId = child.plan().parentId();
      if (parentId != null && (!child.status().isComplete() || child.status().halts())) {
        StageDraft parent = new StageDraft(stages.get(parentId));
        parent.due = null;
        parent.expandedAt = NOW.minusSeconds(30);
        stages.put(parentId, parent.freeze());
      }
    }
    return stages;
  }
}
