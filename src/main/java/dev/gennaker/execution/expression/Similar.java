package dev.gennaker.execution.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant. */
public final class Similar {

  private Similar() {}

  /** The one of the names that is nearest, if it is near: a slip or two, or another case. */
  public static Optional<String> to(String wanted, Collection<String> names) {
    String lower = wanted.toLowerCase(Locale.ROOT);
    int slips = Math.max(1, Math.min(3, wanted.length() / 3));
    return names.stream()
        .filter(name -> Math.abs(name.length() - wanted.length()) <= slips)
        .filter(name -> distance(lower, name.toLowerCase(Locale.ROOT)) <= slips)
        .min(
            Comparator.comparingInt((String name) -> distance(lower, name.toLowerCase(Locale.ROOT)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
