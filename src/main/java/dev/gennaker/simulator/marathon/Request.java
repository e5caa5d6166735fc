package dev.gennaker.simulator.marathon;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call as Marathon sees it.
 *
 * @param path decoded, below Marathon's root, e.g. {@code /v2/apps/shop}
 * @param accept the Accept header, empty when none was sent
 * @param root scheme, host and port the caller used; Location headers start with it
 */
public record Request(
    String method,
    String path,
    Map<String, List<String>> query,
    String accept,
    @Nullable String contentType,
    byte[] body,
    String client,
    String root) {

  /** Takes a raw query string apart; values keep their order. */
  public static Map<String, List<String>> query(@Nullable String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    if (raw == null || raw.isEmpty()) {
      return query;
    }
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      String key = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      query.computeIfAbsent(key, k -> new ArrayList<>()).add(value);
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  public List<String> all(String name) {
    return query.getOrDefault(name, List.of());
  }

  public @Nullable String one(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** A flag in the query, with Marathon's meaning of a missing one. */
  public boolean flag(String name, boolean otherwise) {
    String value = one(name);
    return value == null ? otherwise : value.equalsIgnoreCase("true");
  }

  boolean force() {
    return flag("force", false);
  }

  boolean accepts(String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    return accept.isEmpty()
        || accept.contains("*/*")
        || accept.contains(type)
        || accept.contains(family);
  }
}
