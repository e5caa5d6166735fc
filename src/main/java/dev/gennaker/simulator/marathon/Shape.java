package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Marathon's JSON reader accepts in one place: it checks type, range and pattern, fills in
 * defaults and drops what it does not know.
 */
sealed interface Shape {

  /** The normalised value; what is wrong is added to the problems. */
  JsonNode read(JsonNode in, String path, Problems problems);

  /** Anything at all, kept as it is. */
  record Anything() implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      return in;
    }
  }

  record Text(int minLength, @Nullable Pattern pattern, List<String> literals) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (!in.isString()) {
        problems.add(path, "error.expected.jsstring");
        return in;
      }
      String text = in.asString();
      if (text.length() < minLength) {
        problems.add(path, "error.minLength");
      } else if (pattern != null && !pattern.matcher(text).matches()) {
        problems.add(path, "error.pattern");
      } else if (!literals.isEmpty() && !literals.contains(text)) {
        problems.add(path, "error.unknown.enum.literal");
      }
      return in;
    }
  }

  record Numeric(double min, double max, boolean whole, boolean floating) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (!in.isNumber()) {
        problems.add(path, "error.expected.jsnumber");
        return in;
      }
      double value = in.asDouble();
      if (whole && (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE)) {
        problems.add(path, "error.expected.int");
      } else if (value < min) {
        problems.add(path, "error.min");
      } else if (value > max) {
        problems.add(path, "error.max");
      }
      return floating ? DoubleNode.valueOf(value) : Json.plain(in);
    }
  }

  record Flag() implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (!in.isBoolean()) {
        problems.add(path, "error.expected.jsboolean");
      }
      return in;
    }
  }

  record Listing(Shape item) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (!(in instanceof ArrayNode array)) {
        problems.add(path, "error.expected.jsarray");
        return in;
      }
      ArrayNode out = Json.array();
      int index = 0;
      for (JsonNode value : array) {
        out.add(item.read(value, path + "(" + index++ + ")", problems));
      }
      return out;
    }
  }

  /** A list that must not be empty. */
  record AtLeastOne(Shape list) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (in.isArray() && in.isEmpty()) {
        problems.add(path, "error.minLength");
      }
      return list.read(in, path, problems);
    }
  }

  /** A map whose keys the author chooses, e.g. labels. */
  record Mapping(Shape value) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (!(in instanceof ObjectNode object)) {
        problems.add(path, "error.expected.jsobject");
        return in;
      }
      ObjectNode out = Json.object();
      for (Map.Entry<String, JsonNode> e : object.properties()) {
        out.set(e.getKey(), value.read(e.getValue(), path + "/" + e.getKey(), problems));
      }
      return out;
    }
  }

  /** A string, or an object of the given shape, e.g. a secret in the environment. */
  record TextOr(Shape.Fields object, List<String> literals) implements Shape {
    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      if (in.isString()) {
        return new Text(0, null, literals).read(in, path, problems);
      }
      if (!in.isObject()) {
        problems.add(path, "error.expected.jsobject");
        return in;
      }
      return object.read(in, path, problems);
    }
  }

  /** An object with known fields, in the order Marathon prints them. */
  record Fields(List<Field> fields) implements Shape {

    public Fields {
      fields = List.copyOf(fields);
    }

    static Fields of(Field... fields) {
      return new Fields(List.of(fields));
    }

    Fields plus(Field... more) {
      List<Field> all = new ArrayList<>(fields);
      all.addAll(List.of(more));
      return new Fields(all);
    }

    @Override
    public JsonNode read(JsonNode in, String path, Problems problems) {
      String mandatory =
          fields.stream().filter(Field::required).findFirst().map(Field::name).orElse("");
      if (!(in instanceof ObjectNode object)) {
        if (mandatory.isEmpty()) {
          problems.add(path.isEmpty() ? "/" : path, "error.expected.jsobject");
        } else {
          problems.add(path + "/" + mandatory, in + " is not an object");
        }
        return in;
      }
      ObjectNode out = Json.object();
      for (Field field : fields) {
        JsonNode value = object.get(field.name());
        if (value != null && !value.isNull()) {
          out.set(field.name(), field.shape().read(value, path + "/" + field.name(), problems));
        } else if (field.required()) {
          problems.add(
              path + "/" + field.name(),
              "'" + field.name() + "' is undefined on object: " + object);
        } else if (field.fallback() != null) {
          out.set(field.name(), Json.parse(field.fallback()));
        }
      }
      return out;
    }
  }

  /**
   * One field of an object.
   *
   * @param fallback the default as JSON text, null when the field stays absent
   */
  record Field(String name, Shape shape, boolean required, @Nullable String fallback) {

    static Field of(String name, Shape shape) {
      return new Field(name, shape, false, null);
    }

    static Field required(String name, Shape shape) {
      return new Field(name, shape, true, null);
    }

    Field or(String json) {
      return new Field(name, shape, false, json);
    }
  }

  static Shape text() {
    return new Text(0, null, List.of());
  }

  static Shape oneOf(String... literals) {
    return new Text(0, null, List.of(literals));
  }

  static Shape whole(double min) {
    return new Numeric(min, Integer.MAX_VALUE, true, false);
  }

  static Shape whole(double min, double max) {
    return new Numeric(min, max, true, false);
  }

  static Shape number(double min, double max) {
    return new Numeric(min, max, false, true);
  }

  static Shape flag() {
    return new Flag();
  }

  static Shape list(Shape item) {
    return new Listing(item);
  }

  static Shape map(Shape value) {
    return new Mapping(value);
  }
}
