package dev.gennaker.ui.clusters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One place in which two definitions differ.
 *
 * @param path e.g. {@code container.docker.image}
 * @param before as text; null where it was not there
 * @param after as text; null where it is not there
 */
record Difference(String path, @Nullable String before, @Nullable String after) {

  /** All differences by path; what has no value says the same as what is not there. */
  static List<Difference> between(Map<String, Object> before, Map<String, Object> after) {
    Map<String, String> old = flat(before);
    Map<String, String> now = flat(after);
    List<Difference> differences = new ArrayList<>();
    Map<String, String> paths = new TreeMap<>(old);
    paths.putAll(now);
    paths
        .keySet()
        .forEach(
            path -> {
              if (!Objects.equals(old.get(path), now.get(path))) {
                differences.add(new Difference(path, old.get(path), now.get(path)));
              }
            });
    return differences;
  }

  private static Map<String, String> flat(Map<String, Object> definition) {
    Map<String, String> flat = new TreeMap<>();
    definition.forEach((key, value) -> put(key, value, flat));
    return flat;
  }

  private static void put(String path, @Nullable Object value, Map<String, String> flat) {
    switch (value) {
      case null -> {}
      case Map<?, ?> map -> map.forEach((key, one) -> put(path + "." + key, one, flat));
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          put("%s[%d]".formatted(path, i), list.get(i), flat);
        }
      }
      default -> flat.put(path, String.valueOf(value));
    }
  }
}
