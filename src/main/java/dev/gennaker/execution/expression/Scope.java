package dev.gennaker.execution.expression;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an expression can name. Values are plain JSON values. */
public interface Scope {

  /** A top-level name; empty when there is none. A known name without a value has {@link #NULL}. */
  Optional<Object> find(String name);

  /** Names there are, for the explanation of a failure. */
  Collection<String> names();

  /** What {@code #root} is. */
  Map<String, Object> root();

  /**
   * A function of the surroundings, beyond the built-in ones.
   *
   * @return empty when there is no such function
   * @throws ExpressionFailed through {@link #fail} when it has no answer
   */
  Optional<Object> call(String function, List<@Nullable Object> arguments);

  /** Names of the functions {@link #call} knows. */
  Collection<String> functions();

  /**
   * The text behind an address.
   *
   * @throws ExpressionFailed through {@link #fail} where it may not or cannot be read
   */
  default String fetch(String url) {
    throw fail("No address can be read here");
  }

  /** Stands for null, which {@link Optional} cannot hold. */
  Object NULL = new Object();

  /** For functions that have no answer. */
  static ExpressionFailed fail(String why) {
    return new ExpressionFailed(why);
  }
}
