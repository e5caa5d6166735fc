package dev.gennaker.simulator.metronome;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One rule of a JSON schema. Unlike Marathon, Metronome refuses what it does not know. */
sealed interface Rule {

  void check(JsonNode in, String path, Problems problems);

  private static void wrong(String expected, JsonNode in, String path, Problems problems) {
    String was = in.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    problems.add(path, "Wrong type. Expected %s, was %s.".formatted(expected, was));
  }

  record Text(int least, @Nullable Pattern pattern, List<String> options) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!in.isString()) {
        wrong("string", in, path, problems);
        return;
      }
      String text = in.asString();
      if (text.length() < least) {
        problems.add(path, "'%s' violates min length of %d.".formatted(text, least));
      }
      if (pattern != null && !pattern.matcher(text).matches()) {
        problems.add(path, "'%s' does not match pattern '%s'.".formatted(text, pattern));
      }
      if (!options.isEmpty() && !options.contains(text)) {
        problems.add(path, "Instance is invalid enum value.");
      }
    }
  }

  record Numeric(double least, boolean whole) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!in.isNumber() || whole && in.asDouble() != Math.rint(in.asDouble())) {
        wrong(whole ? "integer" : "number", in, path, problems);
      } else if (in.asDouble() < least) {
        String floor = least == Math.rint(least) ? "%d".formatted((long) least) : "" + least;
        problems.add(path, in + " is smaller than required minimum value of %s.".formatted(floor));
      }
    }
  }

  record Flag() implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!in.isBoolean()) {
        wrong("boolean", in, path, problems);
      }
    }
  }

  record Anything() implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {}
  }

  record ListOf(Rule item) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!in.isArray()) {
        wrong("array", in, path, problems);
        return;
      }
      for (int i = 0; i < in.size(); i++) {
        item.check(in.get(i), path + "/" + i, problems);
      }
    }
  }

  record MapOf(Rule value) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!(in instanceof ObjectNode object)) {
        wrong("object", in, path, problems);
        return;
      }
      object
          .properties()
          .forEach(e -> value.check(e.getValue(), path + "/" + e.getKey(), problems));
    }
  }

  /** Text, or an object that names something such as a secret. */
  record TextOr(String key) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!in.isString() && !in.path(key).isString()) {
        problems.add(path, "Instance does not match any schema.");
      }
    }
  }

  /**
   * @param open whether unknown fields are let pass
   */
  record Obj(Map<String, Rule> fields, Set<String> required, boolean open) implements Rule {
    @Override
    public void check(JsonNode in, String path, Problems problems) {
      if (!(in instanceof ObjectNode object)) {
        wrong("object", in, path, problems);
        return;
      }
      for (String key : required.stream().sorted().toList()) {
        if (!object.has(key)) {
          problems.add(path, "Property %s missing.".formatted(key));
        }
      }
      for (var entry : object.properties()) {
        Rule rule = fields.get(entry.getKey());
        if (rule != null) {
          rule.check(entry.getValue(), path + "/" + entry.getKey(), problems);
        } else if (!open) {
          problems.add(
              path,
              "Additional properties are not allowed but found '%s'.".formatted(entry.getKey()));
        }
      }
    }
  }
}
