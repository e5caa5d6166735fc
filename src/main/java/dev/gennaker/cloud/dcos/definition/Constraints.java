package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.given;
import static dev.gennaker.cloud.dcos.definition.Nodes.text;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Placement constraints, in the three spellings there are. */
final class Constraints {

  private Constraints() {}

  /** From {@code field:operator[:value],…}, lists of two or three, or objects. */
  static void write(JsonNode constraints, ObjectNode app) {
    if (!given(constraints)) {
      return;
    }
    ArrayNode list = app.putArray("constraints");
    for (JsonNode one : Nodes.list(constraints)) {
      if (one.isString()) {
        ArrayNode parts = list.addArray();
        for (String part : one.asString("").split(":", 3)) {
          parts.add(part.strip());
        }
      } else if (one.isObject()) {
        ArrayNode parts = list.addArray();
        parts.add(text(one.path("attribute"))).add(text(one.path("operator")));
        if (given(one.path("value"))) {
          parts.add(text(one.path("value")));
        }
      } else {
        list.add(one.deepCopy());
      }
    }
  }
}
