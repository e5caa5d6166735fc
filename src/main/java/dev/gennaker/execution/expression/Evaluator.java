package dev.gennaker.execution.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.Elvis;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.InlineList;
import org.springframework.expression.spel.ast.InlineMap;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.OpAnd;
import org.springframework.expression.spel.ast.OpOr;
import org.springframework.expression.spel.ast.Operator;
import org.springframework.expression.spel.ast.OperatorNot;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Ternary;
import org.springframework.expression.spel.ast.VariableReference;

/**
 * Walks the tree Spring parsed. It calls nothing by reflection: what is not written here, or in
 * {@link Navigation}, {@link Methods} and {@link Operators}, does not exist.
 */
final class Evaluator {

  private final Scope scope;
  private final Budget budget;
  private final Navigation navigation;

  Evaluator(Scope scope, Budget budget) {
    this.scope = scope;
    this.budget = budget;
    this.navigation = new Navigation(this, budget);
  }

  /**
   * The value of an expression.
   *
   * @throws ExpressionFailed where it has none
   */
  @Nullable Object evaluate(String expression) {
    try {
      return evaluate(Syntax.parse(expression), null);
    } catch (ExpressionFailed failed) {
      throw failed.in(expression);
    } catch (StackOverflowError e) {
      throw new ExpressionFailed("It nests too deeply").in(expression);
    } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
      // Values come from everywhere: what was not thought of fails its expression, not the engine.
      throw new ExpressionFailed("It cannot be evaluated: " + e.getMessage()).in(expression);
    }
  }

  /**
   * @param item what a selection or projection is looking at; null outside one
   */
  @Nullable Object evaluate(SpelNode node, @Nullable Item item) {
    budget.step();
    try {
      return switch (node) {
        case Literal literal -> literal.getLiteralValue().getValue();
        case CompoundExpression compound -> compound(compound, item);
        case OpAnd and -> truth(and, 0, item) && truth(and, 1, item);
        case OpOr or -> truth(or, 0, item) || truth(or, 1, item);
        case OperatorNot not -> !truth(not, 0, item);
        case Operator operator -> operator(operator, item);
        case Ternary ternary -> evaluate(ternary.getChild(truth(ternary, 0, item) ? 1 : 2), item);
        case Elvis elvis -> {
          Object value = evaluate(elvis.getChild(0), item);
          yield value == null || "".equals(value) ? evaluate(elvis.getChild(1), item) : value;
        }
        case InlineList list -> children(list, item);
        case InlineMap map -> map(map, item);
        default -> first(node, item);
      };
    } catch (ExpressionFailed failed) {
      throw failed.at(node.toStringAST());
    } catch (ArithmeticException e) {
      throw new ExpressionFailed("The number is too large").at(node.toStringAST());
    }
  }

  List<@Nullable Object> children(SpelNode node, @Nullable Item item) {
    List<@Nullable Object> values = new ArrayList<>();
    for (int i = 0; i < node.getChildCount(); i++) {
      values.add(evaluate(node.getChild(i), item));
    }
    return values;
  }

  private boolean truth(SpelNode node, int child, @Nullable Item item) {
    return Operators.truth(evaluate(node.getChild(child), item));
  }

  private @Nullable Object compound(CompoundExpression compound, @Nullable Item item) {
    Object value = evaluate(compound.getChild(0), item);
    for (int i = 1; i < compound.getChildCount(); i++) {
      SpelNode step = compound.getChild(i);
      try {
        value = navigation.step(step, value, item);
      } catch (ExpressionFailed failed) {
        String before = compound.toStringAST();
        String known =
            i == 1 ? compound.getChild(0).toStringAST() : before + " up to " + step.toStringAST();
        throw failed.at(step.toStringAST()).knowing(known + " = " + Texts.brief(value));
      }
    }
    return value;
  }

  /** A node that stands at the beginning of a path. */
  private @Nullable Object first(SpelNode node, @Nullable Item item) {
    return switch (node) {
      case PropertyOrFieldReference name -> named(name, item);
      case VariableReference variable -> variable(variable.toStringAST().substring(1), item);
      case FunctionReference function -> function(function, item);
      default -> navigation.step(node, item == null ? scope.root() : item.value(), item);
    };
  }

  private @Nullable Object named(PropertyOrFieldReference name, @Nullable Item item) {
    if (item != null) {
      return item.value() instanceof Map<?, ?> map ? map.get(name.getName()) : null;
    }
    Object found = scope.find(name.getName()).orElse(null);
    if (found == null && !name.isNullSafe()) {
      throw new ExpressionFailed(
          "Nothing here is called %s; there are %s"
              .formatted(name.getName(), Navigation.some(scope.names())));
    }
    return found == Scope.NULL ? null : found;
  }

  private @Nullable Object variable(String name, @Nullable Item item) {
    return switch (name) {
      case "root" -> scope.root();
      case "this" -> item == null ? scope.root() : item.value();
      default ->
          throw new ExpressionFailed(
              functions().contains(name)
                  ? "#%s is a function: write #%s(…)".formatted(name, name)
                  : "There is no variable #%s; there are #root and #this".formatted(name));
    };
  }

  private @Nullable Object function(FunctionReference node, @Nullable Item item) {
    Call call = new Call(References.name(node), children(node, item));
    try {
      return call(call);
    } catch (ExpressionFailed failed) {
      throw knowing(failed.at(node.toStringAST()), node, call.args());
    }
  }

  private @Nullable Object call(Call call) {
    Object value =
        Functions.call(call, scope, budget)
            .or(() -> scope.call(call.name(), call.args()))
            .orElseThrow(
                () ->
                    new ExpressionFailed(
                        "There is no function #%s; there are %s"
                            .formatted(call.name(), Navigation.some(functions()))));
    return value == Scope.NULL ? null : value;
  }

  private Collection<String> functions() {
    List<String> names = new ArrayList<>(Functions.NAMES);
    names.addAll(scope.functions());
    return names;
  }

  private @Nullable Object operator(Operator node, @Nullable Item item) {
    String operator = node.getOperatorName();
    Object left = evaluate(node.getChild(0), item);
    if (node.getChildCount() == 1) {
      return operator.equals("-") ? Operators.arithmetic("-", 0, left) : left;
    }
    Object right = evaluate(node.getChild(1), item);
    try {
      return operator(operator, left, right);
    } catch (ExpressionFailed failed) {
      throw knowing(failed.at(node.toStringAST()), node, Arrays.asList(left, right));
    }
  }

  /** Adds what the parts of the failed one were. */
  private static ExpressionFailed knowing(
      ExpressionFailed failed, SpelNode node, List<@Nullable Object> values) {
    ExpressionFailed told = failed;
    for (int i = 0; i < values.size(); i++) {
      if (!(node.getChild(i) instanceof Literal)) {
        told = told.knowing(node.getChild(i).toStringAST() + " = " + Texts.brief(values.get(i)));
      }
    }
    return told;
  }

  private @Nullable Object operator(
      String operator, @Nullable Object left, @Nullable Object right) {
    return switch (operator) {
      case "+" -> Operators.plus(left, right, budget);
      case "==" -> Operators.equal(left, right, budget);
      case "!=" -> !Operators.equal(left, right, budget);
      case "<" -> Operators.compare(left, right) < 0;
      case "<=" -> Operators.compare(left, right) <= 0;
      case ">" -> Operators.compare(left, right) > 0;
      case ">=" -> Operators.compare(left, right) >= 0;
      case "matches" ->
          left != null
              && TextMethods.matches(
                  Texts.of(left, budget), new Call("matches", List.of("", right)).text(1), budget);
      case "between" -> {
        if (!(right instanceof List<?> range) || range.size() != 2) {
          throw new ExpressionFailed("between needs a list of two, as in x between {1, 5}");
        }
        yield Operators.compare(left, range.get(0)) >= 0
            && Operators.compare(left, range.get(1)) <= 0;
      }
      default -> Operators.arithmetic(operator, left, right);
    };
  }

  private Map<String, @Nullable Object> map(InlineMap node, @Nullable Item item) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i + 1 < node.getChildCount(); i += 2) {
      SpelNode key = node.getChild(i);
      Object name =
          key instanceof PropertyOrFieldReference plain ? plain.getName() : evaluate(key, item);
      map.put(Texts.of(name, budget), evaluate(node.getChild(i + 1), item));
    }
    return map;
  }

  /** What a selection or projection is looking at. */
  record Item(@Nullable Object value) {}
}
