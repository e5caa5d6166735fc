package dev.gennaker.stage.preconditions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values an expression compares, each as an expression of its own, to say what they were. */
final class Operands {

  private static final int AT_MOST = 8;
  private static final String QUOTED = "'[^']*'|\"[^\"]*\"";
  private static final Pattern OPERAND =
      Pattern.compile(
          "(?:"
              + QUOTED
              + ")|((?:\\b(?:parameters|trigger)|#(?:stage|judgment|judgement)\\((?:"
              + QUOTED
              + ")\\))(?:\\.\\w+(?:\\(\\))?|\\[(?:"
              + QUOTED
              + "|\\d+)\\])*)(?![\\w(]|\\.|\\?\\.|\\[)");

  private Operands() {}

  /** Expressions by their own text. */
  static Map<String, Object> of(String expression) {
    Map<String, Object> operands = new LinkedHashMap<>();
    Matcher matcher = OPERAND.matcher(expression);
    while (matcher.find() && operands.size() < AT_MOST) {
      if (matcher.group(1) != null) {
        operands.put(matcher.group(1), "${" + matcher.group(1) + "}");
      }
    }
    return operands;
  }
}
