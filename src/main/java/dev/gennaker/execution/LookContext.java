package dev.gennaker.execution;

import dev.gennaker.security.Actor;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.StageContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a stage sees of its execution during one look; a snapshot. */
record LookContext(Run run, RunStage stage, Clock clock, @Nullable PlanNotes notes)
    implements StageContext {

  LookContext(Run run, RunStage stage, Clock clock) {
    this(run, stage, clock, null);
  }

  @Override
  public Optional<PlanNotes> plan() {
    return Optional.ofNullable(notes);
  }

  @Override
  public String executionId() {
    return run.id();
  }

  @Override
  public String application() {
    return run.created().application();
  }

  @Override
  public String pipeline() {
    return run.created().name();
  }

  @Override
  public String stageId() {
    return stage.id();
  }

  @Override
  public String refId() {
    return stage.plan().refId();
  }

  @Override
  public String name() {
    return stage.plan().name();
  }

  /**
   * Whoever answered a stage upstream that hands over the identity, the nearest; else the starter.
   */
  @Override
  public Actor actor() {
    for (RunStage before : Ancestry.upstream(run, stage)) {
      Actor judge = before.lastSignalBy();
      if (judge != null
          && before.status() == ExecutionStatus.SUCCEEDED
          && before.flag("propagateAuthenticationContext", false)) {
        return judge;
      }
    }
    return run.created().startedBy();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Instant startedAt() {
    Instant at = stage.state().startedAt();
    return at == null ? now() : at;
  }

  @Override
  public int attempt() {
    return stage.state().attempt();
  }

  @Override
  public Map<String, Object> memory() {
    return stage.state().memory();
  }

  @Override
  public Map<String, Object> signals() {
    return stage.state().signals();
  }

  @Override
  public Optional<Object> find(String key) {
    Object own = stage.state().context().get(key);
    return own != null
        ? Optional.of(own)
        : Ancestry.upstream(run, stage).stream()
            .flatMap(before -> Optional.ofNullable(before.state().outputs().get(key)).stream())
            .findFirst();
  }

  @Override
  public List<Upstream> upstream() {
    return Ancestry.upstream(run, stage).stream().map(LookContext::seen).toList();
  }

  @Override
  public Map<String, Object> written() {
    return stage.state().written();
  }

  @Override
  public Map<String, Object> trigger() {
    return run.created().trigger();
  }

  @Override
  public String operationKey(String part) {
    return "%s-%d-%s".formatted(stage.id(), attempt(), part);
  }

  @Override
  public List<Upstream> children() {
    return stage.expandedAt() != null
        ? List.of()
        : run.children(stage.id()).stream().map(LookContext::seen).toList();
  }

  private static Upstream seen(RunStage stage) {
    StageState state = stage.state();
    return new Upstream(
        stage.plan().refId(),
        stage.plan().type(),
        stage.plan().name(),
        state.status() == ExecutionStatus.SUCCEEDED,
        state.failure() == null ? "" : state.failure().reason(),
        state.context(),
        state.outputs());
  }
}
