package dev.gennaker.stage.preconditions;

/**
 * An expression without its marks. People write {@code ${a}}, {@code a}, and also {@code ${a} ||
 * ${b}}; all are to be evaluated as one.
 */
final class Bare {

  private final String text;
  private final StringBuilder bare = new StringBuilder();

  private Bare(String text) {
    this.text = text;
  }

  static String of(String text) {
    String stripped = text.strip();
    int end = stripped.startsWith("${") ? end(stripped, 2) : -1;
    return end == stripped.length() - 1
        ? stripped.substring(2, end).strip()
        : new Bare(stripped).unmarked();
  }

  private String unmarked() {
    int at = 0;
    while (at < text.length()) {
      int end = text.startsWith("${", at) ? end(text, at + 2) : -1;
      if (end < 0) {
        bare.append(text.charAt(at++));
      } else {
        bare.append('(').append(text, at + 2, end).append(')');
        at = end + 1;
      }
    }
    return bare.toString();
  }

  /** Where the brace before {@code from} closes, not counting those in quotes; -1 where never. */
  private static int end(String text, int from) {
    int depth = 1;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
