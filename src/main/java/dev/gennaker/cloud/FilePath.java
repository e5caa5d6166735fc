package dev.gennaker.cloud;

import java.util.List;
import java.util.Optional;

/**
 * A path below an instance's directory. It cannot lead out of it: there are no steps upwards and no
 * absolute paths.
 *
 * @param parts names from the outermost inwards; none for the directory itself
 */
public record FilePath(List<String> parts) {

  public static final FilePath TOP = new FilePath(List.of());

  public FilePath {
    parts = List.copyOf(parts);
    if (!parts.stream().allMatch(FilePath::isName)) {
      throw new IllegalArgumentException("not a path below: " + parts);
    }
  }

  /** Reads what somebody wrote; empty when it is no path below. */
  public static Optional<FilePath> of(String text) {
    if (text.isEmpty()) {
      return Optional.of(TOP);
    }
    List<String> parts = List.of(text.split("/", -1));
    return parts.stream().allMatch(FilePath::isName)
        ? Optional.of(new FilePath(parts))
        : Optional.empty();
  }

  private static boolean isName(String part) {
    return !part.isEmpty()
        && !part.equals(".")
        && !part.equals("..")
        && part.indexOf('/') < 0
        && part.chars().noneMatch(Character::isISOControl);
  }

  public boolean isTop() {
    return parts.isEmpty();
  }

  /** The last name; empty for the directory itself. */
  public String name() {
    return parts.isEmpty() ? "" : parts.getLast();
  }

  /** The directory it lies in; itself for the top. */
  public FilePath parent() {
    return parts.isEmpty() ? this : new FilePath(parts.subList(0, parts.size() - 1));
  }

  @Override
  public String toString() {
    return String.join("/", parts);
  }
}
