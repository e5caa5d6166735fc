package dev.gennaker.ui.draft;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turning a setting into a question at start and back: a parameter, and an expression that reads
 * it.
 */
public final class Questions {

  private static final Path PARAMETERS = Path.of("parameterConfig");

  private Questions() {}

  /** Asks for a value of a stage; what it was becomes the default. */
  public static Document ask(Document document, String stage, Path path, String key, String label) {
    ArrayNode parameters = parameters(document);
    String name = freeName(parameters, key.replaceAll("\\W", ""));
    @Nullable JsonNode value = document.get(stage, path);
    ObjectNode parameter = parameters.addObject();
    parameter.put("name", name);
    parameter.put("label", label);
    parameter.put("required", value == null);
    parameter.put("default", value == null ? "" : text(value));
    return document
        .with(PARAMETERS, parameters)
        .with(stage, path, JsonMapper.shared().valueToTree("${parameters." + name + "}"));
  }

  /**
   * Takes the question back: its default becomes the value, and the parameter goes unless something
   * else reads it.
   */
  public static Document unask(Document document, String stage, Path path, String name) {
    ArrayNode parameters = parameters(document);
    @Nullable JsonNode standard = null;
    int index = -1;
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).path("name").asString("").equals(name)) {
        index = i;
        standard = parameters.get(i).get("default");
      }
    }
    Document answered = document.with(stage, path, value(standard));
    if (index < 0 || isRead(answered, name)) {
      return answered;
    }
    return answered.with(PARAMETERS.then(index), null);
  }

  private static boolean isRead(Document document, String name) {
    String text = document.json().toString();
    return text.contains("parameters." + name)
        || text.contains("parameters['" + name + "']")
        || text.contains("parameters[\\\"" + name + "\\\"]");
  }

  private static ArrayNode parameters(Document document) {
    return document.get(PARAMETERS) instanceof ArrayNode list
        ? list.deepCopy()
        : JsonMapper.shared().createArrayNode();
  }

  private static String freeName(ArrayNode parameters, String wanted) {
    Set<String> taken = new HashSet<>();
    parameters.forEach(parameter -> taken.add(parameter.path("name").asString("")));
    String stem = wanted.isEmpty() ? "value" : wanted;
    String name = stem;
    for (int i = 2; taken.contains(name); i++) {
      name = stem + i;
    }
    return name;
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : value.toString();
  }

  /** Defaults are text in most documents; what is plainly a number or a flag becomes one again. */
  private static @Nullable JsonNode value(@Nullable JsonNode standard) {
    if (standard == null || standard.isNull() || text(standard).isEmpty()) {
      return null;
    }
    return text(standard).matches("-?\\d{1,15}(\\.\\d{1,9})?|true|false")
        ? JsonMapper.shared().readTree(text(standard))
        : standard;
  }
}
