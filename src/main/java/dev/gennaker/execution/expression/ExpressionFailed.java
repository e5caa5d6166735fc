package dev.gennaker.execution.expression;

import java.util.ArrayList;
import java.util.List;

/** An expression has no value; says which, which part of it, why, and what was known. */
public final class ExpressionFailed extends RuntimeException {

  private final String expression;
  private final String part;
  private final transient List<String> values;
  private final boolean forbidden;

  private ExpressionFailed(
      String expression, String part, String why, List<String> values, boolean forbidden) {
    super(why);
    this.forbidden = forbidden;
    this.expression = expression;
    this.part = part;
    this.values = List.copyOf(values);
  }

  ExpressionFailed(String why) {
    this("", "", why, List.of(), false);
  }

  static ExpressionFailed forbidden(String why, String part) {
    return new ExpressionFailed("", part, why, List.of(), true);
  }

  /** Whether it could be read but uses what expressions may not. */
  public boolean isForbidden() {
    return forbidden;
  }

  /** The whole expression, without <code>${}</code>. */
  public String expression() {
    return expression;
  }

  /** The part that failed; may be the whole. */
  public String part() {
    return part;
  }

  /** Parts that had a value, innermost first: {@code trigger.parameters = {tag=7}}. */
  public List<String> values() {
    return values;
  }

  ExpressionFailed in(String whole) {
    return new ExpressionFailed(whole, part, String.valueOf(getMessage()), values, forbidden);
  }

  ExpressionFailed at(String failedPart) {
    return part.isEmpty()
        ? new ExpressionFailed(
            expression, failedPart, String.valueOf(getMessage()), values, forbidden)
        : this;
  }

  ExpressionFailed knowing(String value) {
    List<String> more = new ArrayList<>(values);
    more.add(value);
    return new ExpressionFailed(expression, part, String.valueOf(getMessage()), more, forbidden);
  }
}
