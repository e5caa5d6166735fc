package dev.gennaker.stage;

import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a running stage sees of its execution. Values are plain JSON values. */
public interface StageContext {

  String executionId();

  String application();

  /** Name of the pipeline, or the description of an ad-hoc execution. */
  String pipeline();

  /** Unique across all executions. */
  String stageId();

  String refId();

  String name();

  /** On whose behalf it runs: the starter, or the judge who handed over an identity. */
  Actor actor();

  Instant now();

  /** When this attempt of the stage started; stays the same across looks and server restarts. */
  Instant startedAt();

  /** 1 for the first attempt, one more after every retry and restart. */
  int attempt();

  /** What earlier looks of this attempt remembered. */
  Map<String, Object> memory();

  /**
   * What people and the outside said to this stage since it started: {@code judgmentStatus}, {@code
   * skipRemainingWait}, …
   */
  Map<String, Object> signals();

  /** A key in this stage's own settings, else in the outputs of its ancestors, nearest first. */
  Optional<Object> find(String key);

  /** Stages upstream of this one, nearest first. */
  List<Upstream> upstream();

  /**
   * The stage's settings as written, before its expressions were evaluated; what they were
   * evaluated to is given to {@link StageType#run}.
   */
  default Map<String, Object> written() {
    return Map.of();
  }

  /** What started the execution: {@code type}, {@code user}, {@code parameters}, … */
  Map<String, Object> trigger();

  /**
   * Where to note what would be done, while the execution is only planned; empty when it is for
   * real. Nothing may be changed outside while it is present.
   */
  default Optional<PlanNotes> plan() {
    return Optional.empty();
  }

  /**
   * A key for one outside operation of this attempt, the same on every look and after a crash, so
   * that a repeated operation finds what it made before instead of making a second.
   */
  String operationKey(String part);

  /** How the children ended; empty before they have, and for stages without. */
  List<Upstream> children();

  /**
   * Another stage of the execution, as seen from this one.
   *
   * @param failure why it failed, one sentence; empty when it did not
   */
  record Upstream(
      String refId,
      String type,
      String name,
      boolean succeeded,
      String failure,
      Map<String, Object> settings,
      Map<String, Object> outputs) {

    /** One that did not fail. */
    public Upstream(
        String refId,
        String type,
        String name,
        boolean succeeded,
        Map<String, Object> settings,
        Map<String, Object> outputs) {
      this(refId, type, name, succeeded, "", settings, outputs);
    }
  }
}
