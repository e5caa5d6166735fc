package dev.gennaker.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of stage. A Spring bean in a folder of its own is all it takes: palette, inspector,
 * validation, documentation and API follow from it and from the record {@code C}.
 *
 * <p>{@link #run} is called when the stage starts and again on every look, signal, or after a
 * crash. It must not block for long (seconds at most) and must look before it acts: anything it
 * does outside carries {@link StageContext#operationKey}, because after a crash the same call is
 * made again.
 *
 * @param <C> what is saved in the pipeline: a record whose components are the JSON keys, described
 *     by {@link Setting}
 */
public interface StageType<C extends Record> {

  /** The {@code type} in the pipeline document, Spinnaker's where it has one. */
  String type();

  /** What people call it, e.g. "Manual judgment". */
  String label();

  /** One sentence for the palette. */
  String description();

  Category category();

  /** Name of a Lucide icon. */
  String icon();

  Class<C> settings();

  /**
   * Its essential setting in one line for the node, from the settings as written (expressions
   * unevaluated).
   */
  String headline(Map<String, Object> settings);

  /**
   * Further rules on settings without expressions; paths start at {@code $}, the stage. Kinds,
   * required keys and bounds are checked before.
   */
  default List<Problem> check(C settings) {
    return List.of();
  }

  /**
   * The names it may put out, from its settings as written: at save, a name that nothing upstream
   * puts out is reported. Empty where nobody can say, then no name downstream is doubted.
   */
  default Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.empty();
  }

  /** Looks at it: starts it, goes on with it, or says what it waits for. */
  Outcome run(C settings, StageContext context);

  /**
   * The execution or this stage was cancelled while it ran: undo or stop what goes on outside. May
   * be repeated.
   */
  default void cancel(C settings, StageContext context) {}

  /**
   * Whether a look may change something outside. What led to it is then written down first, so that
   * a crash cannot make it act twice on different grounds; false for those that only compute or
   * read, of which a whole chain runs in one go.
   */
  default boolean actsOutside() {
    return true;
  }

  /**
   * Whether {@link #run} may be called while an execution is only planned: it changes nothing then,
   * and notes what it would change in {@link StageContext#plan}. So do stages that act through
   * operations alone.
   */
  default boolean plannable() {
    return !actsOutside();
  }

  /** Whether people find it in the palette; false for stages only other stages expand into. */
  default boolean offered() {
    return true;
  }

  /** Whether a person may skip it while it runs. */
  default boolean skippable() {
    return false;
  }

  /** How long it may take before it fails as timed out; {@code stageTimeoutMs} overrides it. */
  default java.time.Duration timeout() {
    return java.time.Duration.ofHours(2);
  }

  /** Where the palette shows it. */
  enum Category {
    DEPLOY,
    OPERATE,
    FLOW,
    PEOPLE,
    CHECK,
    BUILD,
    INTEGRATE
  }
}
