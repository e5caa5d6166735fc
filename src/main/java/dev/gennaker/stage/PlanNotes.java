package dev.gennaker.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a stage would do, while an execution is only planned: noted, never done. Not for several
 * threads.
 */
public final class PlanNotes {

  private final List<Effect> effects = new ArrayList<>();
  private final List<String> obstacles = new ArrayList<>();

  /** What an effect does to the world. */
  public enum Kind {
    CREATE,
    RESIZE,
    ENABLE,
    DISABLE,
    DESTROY,
    TERMINATE,
    /** Runs another pipeline, or a job. */
    RUN,
    /** Asks a person. */
    ASK,
    /** Lets time pass. */
    WAIT,
    /** Something else, or something nobody can say beforehand. */
    OTHER
  }

  /**
   * One thing that would be done.
   *
   * @param text one sentence for people
   * @param facts for programs; plain JSON values
   */
  public record Effect(Kind kind, String text, Map<String, Object> facts) {}

  /** This would be done. */
  public void effect(Kind kind, String text, Map<String, Object> facts) {
    effects.add(new Effect(kind, text, facts));
  }

  /** This would stop it: a guard, a missing permission, a refusal; one sentence. */
  public void obstacle(String reason) {
    if (!obstacles.contains(reason)) {
      obstacles.add(reason);
    }
  }

  public List<Effect> effects() {
    return List.copyOf(effects);
  }

  public List<String> obstacles() {
    return List.copyOf(obstacles);
  }
}
