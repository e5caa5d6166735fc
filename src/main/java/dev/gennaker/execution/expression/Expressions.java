package dev.gennaker.execution.expression;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions in texts; one instance per evaluation, with one budget for all. */
public final class Expressions {

  private final Evaluator evaluator;
  private final Budget budget = new Budget();

  public Expressions(Scope scope) {
    this.evaluator = new Evaluator(scope, budget);
  }

  /** Whether evaluating a text would do anything. */
  public static boolean concerns(String text) {
    return Template.concerns(text);
  }

  /**
   * A text with its expressions evaluated. A single expression keeps the type of its value; one
   * inside a text must have a value.
   *
   * @throws ExpressionFailed where one has none
   */
  public @Nullable Object evaluate(String text) {
    return evaluate(text, expression -> false);
  }

  /**
   * As {@link #evaluate(String)}, leaving alone what is not meant for us.
   *
   * @param foreign whether an expression, without its braces, is to stay as it is
   */
  public @Nullable Object evaluate(String text, Predicate<String> foreign) {
    Template template = Template.of(text);
    if (template.isSingle() && !foreign.test(template.parts().getFirst().text())) {
      return value(template.parts().getFirst().text());
    }
    StringBuilder written = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (part.isExpression() && foreign.test(part.text())) {
        written.append("${").append(part.text()).append('}');
      } else if (part.isExpression()) {
        Object value = value(part.text());
        if (value == null) {
          throw new ExpressionFailed("It is null, and null cannot be part of a text")
              .at(part.text())
              .in(part.text());
        }
        written.append(Texts.of(value, budget));
      } else {
        written.append(part.text());
      }
    }
    return written.toString();
  }

  private @Nullable Object value(String expression) {
    Object value = evaluator.evaluate(expression);
    try {
      return Plain.of(value, budget);
    } catch (ExpressionFailed failed) {
      throw failed.at(expression).in(expression);
    }
  }

  /** Names of the functions that need nothing of the surroundings but what addresses hold. */
  public static Set<String> functions() {
    return Functions.NAMES;
  }

  /**
   * An expression without <code>${}</code>, as in {@code stageEnabled}, as true or false.
   *
   * @throws ExpressionFailed where it is neither
   */
  public boolean test(String expression) {
    try {
      return Operators.truth(
          Template.concerns(expression) ? evaluate(expression) : evaluator.evaluate(expression));
    } catch (ExpressionFailed failed) {
      throw failed.expression().isEmpty() ? failed.in(expression) : failed;
    }
  }

  /** Checks without evaluating: what cannot be read, and what may not be used, by JSON path. */
  public static void check(
      @Nullable Object value, String path, BiConsumer<String, ExpressionFailed> problem) {
    each(
        value,
        path,
        (at, expression) ->
            checkExpression(expression).forEach(failed -> problem.accept(at, failed)));
  }

  /** Every expression in a value, without its braces, with its JSON path. */
  public static void each(
      @Nullable Object value, String path, BiConsumer<String, String> expression) {
    switch (value) {
      case String text when Template.concerns(text) ->
          Template.of(text).parts().stream()
              .filter(Template.Part::isExpression)
              .forEach(part -> expression.accept(path, part.text()));
      case Map<?, ?> map -> map.forEach((key, below) -> each(below, path(path, key), expression));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          each(list.get(i), path + "[" + i + "]", expression);
        }
      }
      case null, default -> {}
    }
  }

  /** Checks an expression without <code>${}</code>; empty when nothing is wrong. */
  public static List<ExpressionFailed> checkExpression(String expression) {
    try {
      Syntax.parse(expression);
      return List.of();
    } catch (ExpressionFailed failed) {
      return List.of(failed.in(expression));
    }
  }

  /** A key below a path; keys that are no plain names are quoted. */
  public static String path(String parent, Object key) {
    String name = String.valueOf(key);
    return name.matches("[A-Za-z_$][\\w$]*")
        ? parent + "." + name
        : parent + "['" + name.replace("'", "\\'") + "']";
  }
}
