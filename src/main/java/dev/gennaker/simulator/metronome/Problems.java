package dev.gennaker.simulator.metronome;

import dev.gennaker.simulator.marathon.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is wrong with a body, by path such as {@code /run/mem}. */
final class Problems {

  private final Map<String, List<String>> byPath = new LinkedHashMap<>();

  void add(String path, String error) {
    byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(error);
  }

  void refuse() {
    if (byPath.isEmpty()) {
      return;
    }
    ObjectNode body = Json.object("message", "Object is not valid");
    ArrayNode details = body.putArray("details");
    byPath.forEach(
        (path, errors) ->
            details.addObject().put("path", path).set("errors", Json.strings(errors)));
    throw new Refusal(422, body);
  }
}
