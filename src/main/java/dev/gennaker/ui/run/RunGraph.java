package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import dev.gennaker.ui.graph.GraphModel;
import dev.gennaker.ui.graph.GraphStage;
import dev.gennaker.ui.graph.GraphStart;
import dev.gennaker.ui.graph.RunMark;
import dev.gennaker.ui.graph.StageAction;
import dev.gennaker.ui.kit.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the graph shows of an execution. */
final class RunGraph {

  private static final StageAction PASS =
      new StageAction("pass", "Skip the stage", "skip-forward", "s", false);

  private final StageCatalog catalog;

  RunGraph(StageCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param needsYou ids of the stages that wait for an answer of the one who looks
   * @param maySteer whether that person may act on the execution
   */
  GraphModel of(Execution execution, Set<String> needsYou, boolean maySteer, Instant now) {
    @Nullable String first = FirstCause.in(execution).map(s -> topLevel(execution, s)).orElse(null);
    List<GraphStage> stages =
        execution.topLevel().stream()
            .map(
                s -> stage(execution, s, needsYou.contains(s.id()), s.id().equals(first), maySteer))
            .toList();
    return new GraphModel(GraphModel.Mode.RUN, start(execution), stages, List.of(), List.of(), now);
  }

  private GraphStage stage(
      Execution execution, StageState stage, boolean needsYou, boolean first, boolean maySteer) {
    Status status = Standing.of(stage, execution, needsYou);
    Optional<StageType<?>> type = catalog.find(stage.type());
    return GraphStage.of(
            stage.refId(),
            stage.name(),
            stage.type(),
            type.map(StageType::label).orElse(stage.type()),
            type.map(StageType::icon).orElse("puzzle"),
            type.map(t -> t.headline(stage.written())).orElse(stage.type()),
            stage.requisites())
        .withRun(
            new RunMark(
                status,
                word(stage, status),
                stage.startedAt(),
                stage.endedAt(),
                progress(stage),
                first,
                actions(execution, stage, needsYou, maySteer)));
  }

  private static String word(StageState stage, Status status) {
    @Nullable Waiting waiting = stage.waiting();
    @Nullable Failure failure = stage.failure();
    if (failure != null && stage.status().isComplete()) {
      return failure.reason();
    }
    return waiting != null && !stage.status().isComplete() && !Standing.isJudgment(stage)
        ? waiting.reason()
        : Standing.word(stage, status);
  }

  private static @Nullable Double progress(StageState stage) {
    @Nullable Waiting waiting = stage.waiting();
    return waiting == null || stage.status().isComplete() ? null : waiting.fraction();
  }

  List<StageAction> actions(
      Execution execution, StageState stage, boolean needsYou, boolean maySteer) {
    if (needsYou) {
      return List.of(new StageAction("judge", "Decide…", "user-check", "Enter", true));
    }
    if (!maySteer) {
      return List.of();
    }
    boolean skippable = catalog.find(stage.type()).map(StageType::skippable).orElse(false);
    if (Standing.isHeld(stage) && !execution.status().isComplete()) {
      StageAction now = new StageAction("skip", "Start now", "play", "n", false);
      return skippable || mayPass(stage) ? List.of(now, PASS) : List.of(now);
    }
    boolean running = !stage.status().isComplete() && stage.startedAt() != null;
    if (running && skippable) {
      return List.of(new StageAction("skip", "Skip the wait", "skip-forward", "s", false));
    }
    if (running && looksAgain(execution, stage)) {
      return whileItWaits(stage);
    }
    if (running && mayPass(stage)) {
      return List.of(PASS);
    }
    boolean again =
        stage.status().isComplete() && stage.failure() != null
            || execution.status().isComplete() && stage.startedAt() != null;
    return again && stage.parentId() == null
        ? List.of(new StageAction("retry", "Retry from here…", "rotate-ccw", "r", false))
        : List.of();
  }

  /** Keeping on waiting needs no button. */
  private static List<StageAction> whileItWaits(StageState stage) {
    List<StageAction> actions = new ArrayList<>();
    actions.add(new StageAction("again", "Try now", "refresh-cw", "t", false));
    LockHeld.of(stage)
        .ifPresent(
            lock -> {
              actions.add(
                  new StageAction("unlock", "Cancel that deployment…", "unlock", "", false));
              if (lock.forcible()) {
                actions.add(new StageAction("force", "Force…", "zap", "", false));
              }
            });
    if (mayPass(stage)) {
      actions.add(PASS);
    }
    return actions;
  }

  /** Whether its settings let people skip it, whatever its type. */
  private static boolean mayPass(StageState stage) {
    return Stream.of("canManuallySkip", "skippable")
        .anyMatch(key -> "true".equals(String.valueOf(stage.context().get(key))));
  }

  /** The same run with the stages marked that would run again, and with nothing to do. */
  GraphModel again(Execution execution, Set<String> ids, Instant now) {
    List<GraphStage> stages =
        execution.topLevel().stream()
            .map(
                stage -> {
                  GraphStage drawn = stage(execution, stage, false, false, false);
                  return ids.contains(stage.id())
                      ? drawn.withRun(
                          new RunMark(
                              Status.TODO, "Runs again", null, null, null, false, List.of()))
                      : drawn;
                })
            .toList();
    return new GraphModel(
        GraphModel.Mode.PLAN, start(execution), stages, List.of(), List.of(), now);
  }

  /** It looks by itself after a while, so it may as well look at once. */
  private static boolean looksAgain(Execution execution, StageState stage) {
    return stage.waiting() != null
        && !Standing.isJudgment(stage)
        && execution.status() == ExecutionStatus.RUNNING;
  }

  private static GraphStart start(Execution execution) {
    Map<String, Object> trigger = execution.trigger();
    Object type = trigger.getOrDefault("type", "manual");
    return new GraphStart(type + " by " + execution.startedBy(), "zap", 0);
  }

  private static String topLevel(Execution execution, StageState stage) {
    StageState at = stage;
    while (at.parentId() != null) {
      String parent = at.parentId();
      at = execution.stage(parent).orElseThrow();
    }
    return at.id();
  }
}
