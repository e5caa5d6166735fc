package dev.gennaker.ui.kit;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How figures and sentences are written. */
public final class Words {

  private static final Pattern UUID =
      Pattern.compile("([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Words() {}

  /** {@code 1 instance}, {@code 3 instances}. */
  public static String count(long number, String one) {
    return "%,d %s%s".formatted(number, one, number == 1 ? "" : "s");
  }

  /**
   * {@code 48 s}, {@code 6 min}, {@code 1 h 06}, {@code 5 h}, {@code 9 d}; kit/time.ts says the
   * same.
   */
  public static String age(Duration age) {
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min";
    }
    if (seconds < 7200) {
      return "1 h %02d".formatted((seconds - 3600) / 60);
    }
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
  }

  /** {@code 0:41}, {@code 6:48}, {@code 1:02:03}. */
  public static String elapsed(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** With a capital and a full stop; a name like {@code dcos-west} in front stays as it is. */
  public static String sentence(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return trimmed;
    }
    String capital =
        trimmed.matches("(?s)\\p{L}+[’']?\\p{L}*(\\s.*|[,.;:!?…].*)?")
            ? trimmed.substring(0, 1).toUpperCase(Locale.ROOT) + trimmed.substring(1)
            : trimmed;
    return capital.matches("(?s).*[.!?…]") ? capital : capital + ".";
  }

  /** The image without registry and repository folders: {@code web:1.8.3}. */
  public static String image(String image) {
    String name = image.substring(image.lastIndexOf('/') + 1);
    int digest = name.indexOf('@');
    return digest < 0 ? name : name.substring(0, Math.min(name.length(), digest + 20));
  }

  /** What tells a task from others in its id: the first part of the UUID in it. */
  public static String task(String id) {
    Matcher uuid = UUID.matcher(id);
    if (uuid.find()) {
      return uuid.group(1);
    }
    return id.length() > 8 ? id.substring(id.length() - 8) : id;
  }

  /** A number people can read to each other. */
  public static String shortId() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000, 9_999_999));
  }
}
