package dev.gennaker.execution.expression;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The methods of text. */
final class TextMethods {

  private static final String KNOWN =
      "length, isEmpty, isBlank, contains, startsWith, endsWith, indexOf, lastIndexOf, substring,"
          + " charAt, trim, strip, toLowerCase, toUpperCase, equalsIgnoreCase, concat, replace,"
          + " replaceAll, replaceFirst, matches, split, toString, equals, compareTo";

  private static final long SEARCHED_AT_ONCE = 100_000_000;

  private TextMethods() {}

  static @Nullable Object call(String text, Call call, Budget budget) {
    return switch (call.name()) {
      case "length" -> text.length();
      case "isEmpty" -> text.isEmpty();
      case "isBlank" -> text.isBlank();
      case "contains" -> find(text, call.text(0), budget) >= 0;
      case "startsWith" -> text.startsWith(call.text(0));
      case "endsWith" -> text.endsWith(call.text(0));
      case "indexOf" -> find(text, call.text(0), budget);
      case "lastIndexOf" -> findLast(text, call.text(0), budget);
      case "substring" -> copied(substring(text, call), budget);
      case "charAt" -> String.valueOf(text.charAt(call.index(0, text.length() - 1)));
      case "trim", "strip" -> copied(text.strip(), budget);
      case "toLowerCase" -> copied(text, budget).toLowerCase(Locale.ROOT);
      case "toUpperCase" -> copied(text, budget).toUpperCase(Locale.ROOT);
      case "equalsIgnoreCase" -> text.equalsIgnoreCase(call.text(0));
      case "concat" -> Operators.plus(text, call.text(0), budget);
      case "replace" -> replace(text, call.text(0), call.text(1), budget);
      case "replaceAll" -> replace(text, pattern(call.text(0)), call.text(1), true, budget);
      case "replaceFirst" -> replace(text, pattern(call.text(0)), call.text(1), false, budget);
      case "matches" -> matches(text, call.text(0), budget);
      case "split" -> split(text, call, budget);
      default -> throw call.unknown("text", KNOWN);
    };
  }

  /** Counts text that is about to be made anew, before or just after. */
  private static String copied(String text, Budget budget) {
    budget.text(text.length());
    return text;
  }

  /** Searching what nearly fits everywhere takes the product of both lengths. */
  private static int find(String text, String part, Budget budget) {
    if ((long) text.length() * part.length() <= SEARCHED_AT_ONCE) {
      return text.indexOf(part);
    }
    Matcher matcher =
        Pattern.compile(part, Pattern.LITERAL).matcher(budget.guarded(copied(text, budget)));
    return matcher.find() ? matcher.start() : -1;
  }

  private static int findLast(String text, String part, Budget budget) {
    if ((long) text.length() * part.length() > SEARCHED_AT_ONCE) {
      throw new ExpressionFailed("The texts are too long for lastIndexOf");
    }
    return text.lastIndexOf(part);
  }

  static boolean matches(String text, String regex, Budget budget) {
    return pattern(regex).matcher(budget.guarded(text)).matches();
  }

  private static String substring(String text, Call call) {
    int from = call.index(0, text.length());
    int to = call.args().size() > 1 ? call.index(1, text.length()) : text.length();
    if (to < from) {
      throw new ExpressionFailed("substring: %d is before %d".formatted(to, from));
    }
    return text.substring(from, to);
  }

  private static String replace(String text, String old, String with, Budget budget) {
    long found = 0;
    if (old.isEmpty()) {
      found = text.length() + 1L;
    } else {
      if ((long) text.length() * old.length() > SEARCHED_AT_ONCE) {
        throw new ExpressionFailed("The texts are too long for replace");
      }
      for (int at = text.indexOf(old); at >= 0; at = text.indexOf(old, at + old.length())) {
        found++;
      }
    }
    budget.text(text.length() + found * with.length());
    return text.replace(old, with);
  }

  private static String replace(
      String text, Pattern pattern, String with, boolean all, Budget budget) {
    Matcher matcher = pattern.matcher(budget.guarded(copied(text, budget)));
    StringBuilder replaced = new StringBuilder();
    try {
      while (matcher.find()) {
        budget.step();
        int before = replaced.length();
        matcher.appendReplacement(replaced, with);
        budget.text(replaced.length() - before);
        if (!all) {
          break;
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ExpressionFailed("'%s' is no replacement: %s".formatted(with, e.getMessage()));
    }
    return matcher.appendTail(replaced).toString();
  }

  private static List<String> split(String text, Call call, Budget budget) {
    int limit = call.args().size() > 1 ? (int) call.number(1) : 0;
    budget.text(4L * text.length());
    List<String> parts = List.of(pattern(call.text(0)).split(budget.guarded(text), limit));
    budget.steps(parts.size());
    return parts;
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new ExpressionFailed("'%s' is no regular expression".formatted(regex));
    }
  }
}
