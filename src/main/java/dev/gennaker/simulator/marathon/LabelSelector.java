package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code k}, {@code k==v}, {@code k!=v}, {@code k in (a,b)}, {@code k notin (a)}, comma for "and".
 */
final class LabelSelector {

  private static final String WORD = "[A-Za-z0-9_.\\-/]+";
  private static final Pattern TERM =
      Pattern.compile(
          "\\s*("
              + WORD
              + ")\\s*(?:(==|!=)\\s*("
              + WORD
              + ")|\\s(in|notin)\\s*\\(([^()]*)\\))?\\s*(,|$)");

  private LabelSelector() {}

  static Predicate<AppSpec> parse(String selector) {
    if (selector.isBlank()) {
      return app -> true;
    }
    List<Predicate<AppSpec>> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(selector);
    int at = 0;
    while (at < selector.length() && matcher.find(at) && matcher.start() == at) {
      terms.add(term(matcher));
      at = matcher.end();
    }
    if (at < selector.length() || terms.isEmpty()) {
      throw Refusal.of(
          422, "Can not parse label selector " + selector + ". Reason: end of input expected");
    }
    return app -> terms.stream().allMatch(t -> t.test(app));
  }

  private static Predicate<AppSpec> term(Matcher matcher) {
    String key = matcher.group(1);
    if (matcher.group(2) != null) {
      String value = matcher.group(3);
      boolean equal = matcher.group(2).equals("==");
      return app -> {
        String mine = app.label(key);
        return mine != null && mine.equals(value) == equal;
      };
    }
    if (matcher.group(4) != null) {
      List<String> values = List.of(matcher.group(5).trim().split("\\s*,\\s*"));
      boolean in = matcher.group(4).equals("in");
      return app -> {
        String mine = app.label(key);
        return mine != null && values.contains(mine) == in;
      };
    }
    return app -> app.label(key) != null;
  }
}
