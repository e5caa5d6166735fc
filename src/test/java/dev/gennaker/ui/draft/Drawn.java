package dev.gennaker.ui.draft;

import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents by a drawing: {@code "a, b<a, c<a, d<b+c"} is a diamond. */
final class Drawn {

  private Drawn() {}

  static Document document(String drawing) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    root.put("application", "shop");
    root.put("name", "Release");
    root.put("unknownToAll", 42);
    var stages = root.putArray("stages");
    for (String part : drawing.isBlank() ? new String[0] : drawing.split(", ")) {
      String[] ends = part.split("<");
      ObjectNode stage = stages.addObject();
      stage.put("refId", ends[0]);
      stage.put("type", "wait");
      stage.put("name", ends[0].toUpperCase(java.util.Locale.ROOT));
      stage.put("mystery", "of " + ends[0]);
      var requisites = stage.putArray("requisiteStageRefIds");
      for (String requisite : ends.length == 1 ? new String[0] : ends[1].split("\\+")) {
        requisites.add(requisite);
      }
    }
    return Document.of(root);
  }

  /** The drawing of a document, sorted by stage. */
  static String of(Document document) {
    TreeMap<String, String> parts = new TreeMap<>();
    document
        .stages()
        .forEach(
            stage -> {
              List<String> requisites = stage.requisites().stream().sorted().toList();
              String ends = requisites.isEmpty() ? "" : "<" + String.join("+", requisites);
              parts.put(stage.refId(), stage.refId() + ends);
            });
    return String.join(", ", parts.values());
  }
}
