package dev.gennaker.execution.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
public final class Similar {

  private static final int LONGEST = 100;

  private Similar() {}

  /** The one of the names that is nearest, if it is near: a slip or two, or another case. */
  public static Optional<String> to(String wanted, Collection<String> names) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    int slips = Math.max(1, Math.min(3, wanted.length() / 3));
    if (wanted.length() > LONGEST) {
      return Optional.empty();
    }
    return names.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= slips)
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= slips)
        .min(
            Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's, with two letters swapped as one slip. */
  private static int distance(String one, String other) {
    int[][] d = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[one.length()][other.length()];
  }
}
