package dev.gennaker.stage;

import java.util.List;
import java.util.Map;

/**
 * A stage another stage expands into. Children run in the order their {@code after} says; one
 * failing child fails the parent, unless {@code mayFail}.
 *
 * @param key unique among its siblings, stable across looks; names it in refIds
 * @param after keys of siblings that must have ended well before it starts
 * @param settings its settings; expressions in them are evaluated when it starts
 * @param mayFail its failure is recorded and ignored
 */
public record ChildStage(
    String key,
    String type,
    String name,
    List<String> after,
    Map<String, Object> settings,
    boolean mayFail) {

  public ChildStage {
    after = List.copyOf(after);
  }
}
