package dev.gennaker.execution.expression;

import java.util.List;
import java.util.Map;
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
      return Plain.of(evaluator.evaluate(template.parts().getFirst().text()), budget);
    }
    StringBuilder written = new StringBuilder();
    for (Template.Part part : template.parts()) {
      if (part.isExpression() && foreign.test(part.text())) {
        written.append("${").append(part.text()).append('}');
      } else if (part.isExpression()) {
        Object value = evaluator.evaluate(part.text());
        if (value == null) {
          throw new ExpressionFailed("It is null, and null cannot be part of a text")
              .at(part.text())
              .in(part.text());
        }
        written.append(Texts.of(Plain.of(value, budget), budget));
      } else {
        written.append(part.text());
      }
    }
    return written.toString();
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
    switch (value) {
      case String text when Template.concerns(text) ->
          Template.of(text).parts().stream()
              .filter(Template.Part::isExpression)
              .flatMap(part -> checkExpression(part.text()).stream())
              .forEach(failed -> problem.accept(path, failed));
      case Map<?, ?> map -> map.forEach((key, each) -> check(each, path(path, key), problem));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          check(list.get(i), path + "[" + i + "]", problem);
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
