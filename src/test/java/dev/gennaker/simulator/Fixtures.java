package dev.gennaker.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Tables of requests with the answers two real Marathons gave. */
final class Fixtures {

  private Fixtures() {}

  static List<JsonNode> read(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream("/simulator/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no fixture " + name);
      }
      List<JsonNode> rows = new ArrayList<>();
      MarathonCalls.json(new String(in.readAllBytes(), StandardCharsets.UTF_8)).forEach(rows::add);
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The body a row sends: as JSON, or raw text, or none. */
  static @org.jspecify.annotations.Nullable String body(JsonNode row) {
    if (row.has("body")) {
      return row.get("body").toString();
    }
    return row.has("raw") ? row.get("raw").asString() : null;
  }

  /** Details by path, since Marathon promises no order. */
  static Map<String, List<String>> details(JsonNode details) {
    Map<String, List<String>> byPath = new TreeMap<>();
    for (JsonNode detail : details) {
      List<String> errors = new ArrayList<>();
      detail.get("errors").forEach(e -> errors.add(e.asString()));
      byPath.put(detail.get("path").asString(), errors.stream().sorted().toList());
    }
    return byPath;
  }
}
