package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** What is wrong with a body, by path, in Marathon's notation such as {@code /networks(0)/mode}. */
final class Problems {

  private final Map<String, List<String>> byPath = new LinkedHashMap<>();

  void add(String path, String error) {
    byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(error);
  }

  /** Refuses when the reader found something. */
  void refuseUnreadable() {
    refuse("Invalid JSON");
  }

  /** Refuses when the body could be read but makes no sense. */
  void refuseInvalid() {
    refuse("Object is not valid");
  }

  private void refuse(String message) {
    if (byPath.isEmpty()) {
      return;
    }
    ArrayNode details = Json.array();
    byPath.forEach(
        (path, errors) ->
            details.addObject().put("path", path).set("errors", Json.strings(errors)));
    var body = Json.object("message", message);
    body.set("details", details);
    throw new Refusal(422, body);
  }
}
