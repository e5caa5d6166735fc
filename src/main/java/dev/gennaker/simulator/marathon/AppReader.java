package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the body of a request to the definition Marathon keeps. */
final class AppReader {

  private final Model model;
  private final AppDefaults defaults;

  AppReader(Model model) {
    this.model = model;
    this.defaults = new AppDefaults(model.generation);
  }

  /** A whole new application. */
  ObjectNode create(JsonNode body) {
    return create(body, "");
  }

  /** A whole new application whose id may be relative to a group. */
  ObjectNode create(JsonNode body, String base) {
    ObjectNode read = read(AppSchema.CREATE, body);
    String given = read.get("id").asString();
    read.put("id", Ids.canonical(given, base.equals("/") ? "" : base));
    return whole(read, base.isEmpty());
  }

  /** An application written in full under an id given elsewhere. */
  ObjectNode replace(String id, JsonNode body) {
    ObjectNode read = read(AppSchema.UPDATE, withId(body, id));
    return whole(read, true);
  }

  /** Fields merged over what there is; maps and lists are replaced as a whole. */
  ObjectNode update(AppSpec before, JsonNode body) {
    Problems problems = new Problems();
    ObjectNode read = defaults.translate(read(AppSchema.UPDATE, withId(body, before.id)), problems);
    ObjectNode merged = before.body.deepCopy();
    for (Map.Entry<String, JsonNode> field : read.properties()) {
      merged.set(field.getKey(), field.getValue());
    }
    if (read.has("cmd") && !read.has("args")) {
      merged.remove("args");
    } else if (read.has("args") && !read.has("cmd")) {
      merged.remove("cmd");
    }
    return check(merged, problems);
  }

  private ObjectNode whole(ObjectNode read, boolean checkId) {
    Problems problems = new Problems();
    if (checkId) {
      AppValidation.id(read.get("id").asString(), model.generation, problems);
    }
    return check(defaults.translate(read, problems), problems);
  }

  private ObjectNode check(ObjectNode translated, Problems problems) {
    String id = translated.get("id").asString();
    if (translated.has("dependencies")) {
      List<String> absolute = new java.util.ArrayList<>();
      Json.items(translated, "dependencies")
          .forEach(d -> absolute.add(Ids.below(Ids.parent(id), d.asString())));
      translated.set("dependencies", Json.strings(absolute));
    }
    ObjectNode complete = defaults.complete(translated);
    new AppValidation(model.features, model.generation).check(complete, problems);
    problems.refuseInvalid();
    return complete;
  }

  private static JsonNode withId(JsonNode body, String id) {
    return body instanceof ObjectNode object ? object.deepCopy().put("id", id) : body;
  }

  private static ObjectNode read(Shape.Fields shape, JsonNode body) {
    Problems problems = new Problems();
    JsonNode read = shape.read(body, "", problems);
    problems.refuseUnreadable();
    for (JsonNode check : Json.items(read, "healthChecks")) {
      if (Json.text(check, "protocol", "").equals("COMMAND") && !check.has("command")) {
        throw Refusal.of(500, "illegal protocol COMMAND for non-command health check");
      }
    }
    return (ObjectNode) read;
  }

  /** The version an update asks to go back to, if it asks for that and nothing else. */
  static @Nullable Instant rollbackTarget(JsonNode body) {
    String version = body.isObject() ? Json.text(body, "version") : null;
    if (version == null) {
      return null;
    }
    for (String field : body.propertyNames()) {
      if (!field.equals("version") && !field.equals("id")) {
        Problems problems = new Problems();
        problems.add("/", "The 'version' field may only be combined with the 'id' field.");
        problems.refuseInvalid();
      }
    }
    return Versions.parse(version);
  }
}
