package dev.gennaker.cloud;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a server group's name says, after Netflix frigga: {@code app[-stack[-detail]][-vNNN]}.
 *
 * @param stack null when absent
 * @param detail null when absent; may hold dashes
 * @param sequence the version number; null when the name carries none
 */
public record Moniker(
    String app, @Nullable String stack, @Nullable String detail, @Nullable Integer sequence) {

  private static final Pattern VERSIONED = Pattern.compile("(.+)-v(\\d{3,})");

  /** Reads any name; one without a version keeps {@code sequence} null. */
  public static Moniker parse(String name) {
    Matcher versioned = VERSIONED.matcher(name);
    boolean hasVersion = versioned.matches();
    String[] parts = (hasVersion ? versioned.group(1) : name).split("-", 3);
    return new Moniker(
        parts[0],
        parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null,
        parts.length > 2 && !parts[2].isEmpty() ? parts[2] : null,
        hasVersion ? Integer.valueOf(versioned.group(2)) : null);
  }

  /** The cluster: the name without its version, e.g. {@code shop-web-prod}. */
  public String cluster() {
    if (detail != null) {
      return app + "-" + (stack == null ? "" : stack) + "-" + detail;
    }
    return stack == null ? app : app + "-" + stack;
  }

  /** The server group of this cluster with that version; numbers wrap after 999 as in Spinnaker. */
  public String serverGroup(int version) {
    return "%s-v%03d".formatted(cluster(), version);
  }
}
