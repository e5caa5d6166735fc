package dev.gennaker.execution.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.CompoundExpression;
import org.springframework.expression.spel.ast.FunctionReference;
import org.springframework.expression.spel.ast.Indexer;
import org.springframework.expression.spel.ast.InlineMap;
import org.springframework.expression.spel.ast.Literal;
import org.springframework.expression.spel.ast.MethodReference;
import org.springframework.expression.spel.ast.Projection;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.ast.Selection;

/** What an expression names, read from its tree without evaluating anything. */
public final class References {

  /**
   * What stands for what: {@code name}, {@code parameters.name}, {@code #name(…)}, {@code
   * #stage('name')}.
   */
  public enum Kind {
    ROOT,
    PARAMETER,
    FUNCTION,
    STAGE
  }

  /** One name in an expression. Only those that must be there: {@code parameters?.x} need not. */
  public record Reference(Kind kind, String name) {}

  private final List<Reference> found = new ArrayList<>();

  /** Names it asks for itself, with {@code containsKey} or {@code #stageExists}. */
  private final Set<String> asked = new HashSet<>();

  private References() {}

  /** Everything an expression, without its braces, names; nothing of one that cannot be read. */
  public static List<Reference> of(String expression) {
    References references = new References();
    try {
      references.visit(Syntax.parse(expression), false);
    } catch (ExpressionFailed unreadable) {
      return List.of();
    }
    return references.found.stream()
        .filter(each -> each.kind() == Kind.FUNCTION || !references.asked.contains(each.name()))
        .toList();
  }

  static String name(FunctionReference function) {
    String text = function.toStringAST();
    return text.substring(1, text.indexOf('('));
  }

  /**
   * @param within a selection or projection, where names are the element's
   */
  private void visit(SpelNode node, boolean within) {
    switch (node) {
      case CompoundExpression compound -> {
        SpelNode first = compound.getChild(0);
        visit(first, within);
        if (!within && first instanceof PropertyOrFieldReference root) {
          parameter(root.getName(), compound);
        }
        for (int i = 1; i < compound.getChildCount(); i++) {
          step(compound.getChild(i), within);
        }
      }
      case PropertyOrFieldReference root -> {
        if (!within) {
          found.add(new Reference(Kind.ROOT, root.getName()));
        }
      }
      case FunctionReference function -> function(function, within);
      case InlineMap map -> {
        // Plain names are the keys.
        for (int i = 1; i < map.getChildCount(); i += 2) {
          visit(map.getChild(i), within);
        }
      }
      case Indexer _, MethodReference _, Projection _, Selection _ -> step(node, within);
      default -> children(node, within);
    }
  }

  private void step(SpelNode node, boolean within) {
    switch (node) {
      case PropertyOrFieldReference _ -> {}
      case Indexer index when index.getChild(0) instanceof PropertyOrFieldReference -> {}
      case Projection _, Selection _ -> children(node, true);
      case MethodReference method when method.getName().equals("containsKey") -> {
        asks(method);
        children(node, within);
      }
      default -> children(node, within);
    }
  }

  private void asks(SpelNode node) {
    @Nullable String name = node.getChildCount() == 0 ? null : literal(node.getChild(0));
    if (name != null) {
      asked.add(name);
    }
  }

  private void children(SpelNode node, boolean within) {
    for (int i = 0; i < node.getChildCount(); i++) {
      visit(node.getChild(i), within);
    }
  }

  private void function(FunctionReference function, boolean within) {
    String name = name(function);
    found.add(new Reference(Kind.FUNCTION, name));
    if (name.equals("stageExists")) {
      asks(function);
    }
    if (name.matches("stage|judgment|judgement") && function.getChildCount() > 0) {
      @Nullable String stage = literal(function.getChild(0));
      if (stage != null) {
        found.add(new Reference(Kind.STAGE, stage));
      }
    }
    children(function, within);
  }

  /** {@code parameters.x}, also through {@code trigger} and {@code execution}. */
  private void parameter(String root, CompoundExpression compound) {
    int at = Map.of("parameters", 1, "trigger", 2, "execution", 3).getOrDefault(root, 0);
    List<String> path = List.of("trigger", "parameters");
    if (at == 0 || at >= compound.getChildCount()) {
      return;
    }
    for (int i = 1; i < at; i++) {
      if (!path.get(path.size() - at + i).equals(key(compound.getChild(i)))) {
        return;
      }
    }
    // An index gives null where a property fails: it may be meant for what is not always there.
    if (compound.getChild(at) instanceof PropertyOrFieldReference name && !name.isNullSafe()) {
      found.add(new Reference(Kind.PARAMETER, name.getName()));
    } else if (compound.getChild(at) instanceof Indexer && compound.getChildCount() > at + 1) {
      @Nullable String name = key(compound.getChild(at));
      if (name != null) {
        found.add(new Reference(Kind.PARAMETER, name));
      }
    }
  }

  private static @Nullable String key(SpelNode step) {
    return switch (step) {
      case PropertyOrFieldReference name -> name.getName();
      case Indexer index ->
          index.getChild(0) instanceof PropertyOrFieldReference name
              ? name.getName()
              : literal(index.getChild(0));
      default -> null;
    };
  }

  private static @Nullable String literal(SpelNode node) {
    return node instanceof Literal literal
            && literal.getLiteralValue().getValue() instanceof String text
        ? text
        : null;
  }
}
