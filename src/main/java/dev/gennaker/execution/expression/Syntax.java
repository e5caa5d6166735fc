package dev.gennaker.execution.expression;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.SpelParseException;
import org.springframework.expression.spel.ast.Assign;
import org.springframework.expression.spel.ast.BeanReference;
import org.springframework.expression.spel.ast.ConstructorReference;
import org.springframework.expression.spel.ast.OpDec;
import org.springframework.expression.spel.ast.OpInc;
import org.springframework.expression.spel.ast.OperatorInstanceof;
import org.springframework.expression.spel.ast.TypeReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;

/** Parses expressions with Spring's parser and refuses every construct that could reach out. */
final class Syntax {

  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 100;
  private static final int REMEMBERED = 5_000;

  /** Longer ones are rare, and their trees large. */
  private static final int WORTH_REMEMBERING = 1_000;

  private static final Map<String, SpelNode> PARSED = new ConcurrentHashMap<>();

  private Syntax() {}

  /**
   * The tree of an expression.
   *
   * @throws ExpressionFailed where it cannot be read, or may not be used
   */
  static SpelNode parse(String expression) {
    SpelNode known = PARSED.get(expression);
    if (known != null) {
      return known;
    }
    SpelNode root = parseAnew(expression);
    if (expression.length() > WORTH_REMEMBERING) {
      return root;
    }
    if (PARSED.size() >= REMEMBERED) {
      PARSED.clear();
    }
    PARSED.put(expression, root);
    return root;
  }

  private static SpelNode parseAnew(String expression) {
    if (expression.isEmpty()) {
      throw new ExpressionFailed("It is empty; write something between ${ and }");
    }
    if (expression.length() > LONGEST) {
      throw new ExpressionFailed(
          "It is %d characters long; %d are allowed".formatted(expression.length(), LONGEST));
    }
    if (nesting(expression) > DEEPEST) {
      throw new ExpressionFailed("It nests deeper than %d levels".formatted(DEEPEST));
    }
    try {
      SpelNode root = ((SpelExpression) new SpelExpressionParser().parseRaw(expression)).getAST();
      refuse(root, 0);
      return root;
    } catch (SpelParseException e) {
      throw new ExpressionFailed(
          "It cannot be read at character %d: %s"
              .formatted(e.getPosition() + 1, e.getSimpleMessage()));
    } catch (ParseException | IllegalStateException e) {
      throw new ExpressionFailed("It cannot be read: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw new ExpressionFailed("It nests too deeply");
    }
  }

  private static void refuse(SpelNode node, int depth) {
    if (depth > 10 * DEEPEST) {
      throw new ExpressionFailed("It nests too deeply");
    }
    String why =
        switch (node) {
          case TypeReference type ->
              "Java types (T(…)) are out of reach here; there are functions like #now() and #toInt()";
          case ConstructorReference constructor ->
              "Nothing can be made with new; for dates there is #now()";
          case BeanReference bean -> "Beans (@…) are out of reach here";
          case Assign assign -> "Nothing can be assigned; write == to compare";
          case OpInc inc -> "Nothing can be changed with ++";
          case OpDec dec -> "Nothing can be changed with --";
          case OperatorInstanceof kind ->
              "instanceof needs Java types, which are out of reach here";
          default -> "";
        };
    if (!why.isEmpty()) {
      throw ExpressionFailed.forbidden(why, node.toStringAST());
    }
    for (int i = 0; i < node.getChildCount(); i++) {
      refuse(node.getChild(i), depth + 1);
    }
  }

  private static int nesting(String expression) {
    int depth = 0;
    int deepest = 0;
    for (int i = 0; i < expression.length(); i++) {
      switch (expression.charAt(i)) {
        case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return deepest;
  }
}
