package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.ServerGroup;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What version of a service a server group is, as far as its image tells; without an image its
 * number. Registries do not count: the same image comes from another one in another place.
 *
 * @param image name, tag and digest; empty for none
 * @param text what people call it: tag, digest or number
 */
record Version(String image, String text) {

  private static final Pattern NUMBERED =
      Pattern.compile("v?(\\d{1,9}(?:\\.\\d{1,9})*)(?:[-+.](.+))?");
  private static final int DIGEST = 19;

  static Version of(ServerGroup group) {
    String image = group.image().substring(group.image().lastIndexOf('/') + 1);
    if (image.isEmpty()) {
      Integer sequence = group.moniker().sequence();
      String number = sequence == null ? "" : "v%03d".formatted(sequence);
      return new Version(number, number.isEmpty() ? "–" : number);
    }
    int at = image.indexOf('@');
    String named = at < 0 ? image : image.substring(0, at);
    int colon = named.indexOf(':');
    if (colon >= 0) {
      return new Version(image, named.substring(colon + 1));
    }
    return at < 0
        ? new Version(image, "latest")
        : new Version(image, image.substring(at + 1, Math.min(image.length(), at + 1 + DIGEST)));
  }

  /** Whether its text says which of two is newer. */
  boolean isNumbered() {
    return NUMBERED.matcher(text).matches();
  }

  /** Orders numbered versions, oldest first; what comes before a release is older than it. */
  static final Comparator<Version> BY_NUMBER = (one, other) -> compare(one.text, other.text);

  private static int compare(String one, String other) {
    Matcher a = NUMBERED.matcher(one);
    Matcher b = NUMBERED.matcher(other);
    if (!a.matches() || !b.matches()) {
      return one.compareTo(other);
    }
    int core = parts(a.group(1), b.group(1));
    if (core != 0) {
      return core;
    }
    String before = a.group(2);
    String after = b.group(2);
    if (before == null || after == null) {
      return Boolean.compare(before == null, after == null);
    }
    return natural(before, after);
  }

  private static int parts(String one, String other) {
    String[] a = one.split("\\.");
    String[] b = other.split("\\.");
    for (int i = 0; i < Math.max(a.length, b.length); i++) {
      long x = i < a.length ? Long.parseLong(a[i]) : 0;
      long y = i < b.length ? Long.parseLong(b[i]) : 0;
      if (x != y) {
        return Long.compare(x, y);
      }
    }
    return 0;
  }

  /** {@code rc2} before {@code rc10}. */
  private static int natural(String one, String other) {
    String[] a = one.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    String[] b = other.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      boolean numbers = a[i].matches("\\d{1,18}") && b[i].matches("\\d{1,18}");
      int order =
          numbers ? Long.compare(Long.parseLong(a[i]), Long.parseLong(b[i])) : a[i].compareTo(b[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }
}
