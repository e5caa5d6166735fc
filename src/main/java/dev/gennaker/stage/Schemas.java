package dev.gennaker.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** JSON schemas (draft 2020-12) from fields. Text is always possible: it may hold an expression. */
final class Schemas {

  private Schemas() {}

  static ObjectNode of(List<Field> fields) {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = schema.putArray("required");
    for (Field field : fields) {
      properties.set(field.key(), property(field));
      if (field.required()) {
        required.add(field.key());
      }
    }
    return schema;
  }

  private static ObjectNode property(Field field) {
    ObjectNode property = JsonMapper.shared().createObjectNode();
    property.put("title", field.label());
    if (!field.help().isBlank()) {
      property.put("description", field.help());
    }
    switch (field.kind()) {
      case NUMBER, SECONDS, PERCENT -> {
        property.putArray("type").add("number").add("string");
        bound(property, "minimum", field.min());
        bound(property, "maximum", field.max());
      }
      case FLAG -> property.putArray("type").add("boolean").add("string");
      case CHOICE -> {
        property.put("type", "string");
        ArrayNode examples = property.putArray("examples");
        field.options().forEach(examples::add);
      }
      case LIST, REGIONS, ROLES -> property.putArray("type").add("array").add("string");
      case MAP -> property.putArray("type").add("object").add("string");
      case JSON -> members(property, field);
      case AUTO,
          TEXT,
          MULTILINE,
          MARKDOWN,
          EXPRESSION,
          ACCOUNT,
          REGION,
          CLUSTER,
          SERVER_GROUP_TARGET,
          IMAGE,
          APPLICATION,
          PIPELINE -> {
        // Text or anything an expression may come to.
      }
    }
    return property;
  }

  private static void members(ObjectNode property, Field field) {
    if (field.fields().isEmpty()) {
      return;
    }
    ObjectNode members = of(field.fields());
    if (field.many()) {
      property.put("type", "array");
      property.set("items", members);
    } else {
      property.setAll(members);
    }
  }

  private static void bound(ObjectNode property, String name, @Nullable Double bound) {
    if (bound != null) {
      property.put(name, bound);
    }
  }
}
