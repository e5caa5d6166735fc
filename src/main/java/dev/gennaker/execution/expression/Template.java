package dev.gennaker.execution.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with {@code ${…}} in it, taken apart. {@code $${} stands for a literal {@code ${}.
 *
 * @param parts in order
 */
record Template(List<Part> parts) {

  /** A piece of text as it is, or an expression without its braces. */
  record Part(boolean isExpression, String text) {}

  /** Whether there is anything to do. */
  static boolean concerns(String text) {
    return text.contains("${");
  }

  /** An opening without its end is text: scripts are full of them. */
  static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("${", at);
      if (open > at && text.charAt(open - 1) == '$') {
        literal.append(text, at, open - 1).append("${");
        at = open + 2;
        continue;
      }
      int close = open < 0 ? -1 : end(text, open + 2);
      if (close < 0) {
        literal.append(text, at, text.length());
        break;
      }
      literal.append(text, at, open);
      if (!literal.isEmpty()) {
        parts.add(new Part(false, literal.toString()));
        literal.setLength(0);
      }
      parts.add(new Part(true, text.substring(open + 2, close).strip()));
      at = close + 1;
    }
    if (!literal.isEmpty()) {
      parts.add(new Part(false, literal.toString()));
    }
    return new Template(List.copyOf(parts));
  }

  /** Whether it is one expression and nothing else, whose value keeps its type. */
  boolean isSingle() {
    return parts.size() == 1 && parts.getFirst().isExpression();
  }

  /** Where the brace closes; quoted ones and inner pairs do not count. */
  private static int end(String text, int from) {
    int depth = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }
}
