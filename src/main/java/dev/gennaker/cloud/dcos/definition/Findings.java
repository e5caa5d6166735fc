package dev.gennaker.cloud.dcos.definition;

import dev.gennaker.cloud.CloudProvider.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong. Expressions are passed over: nobody knows yet what they will say. */
final class Findings {

  private final List<Fault> faults = new ArrayList<>();

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  void fault(String path, String message, String fix) {
    faults.add(new Fault(path, message, fix));
  }

  /** Whether there is something to judge. */
  static boolean there(JsonNode node) {
    return !node.isMissingNode() && !node.isNull() && !Nodes.expression(node);
  }

  /** A number within bounds; {@code what} begins the sentence, e.g. {@code CPUs}. */
  void number(JsonNode node, String path, String what, double least, double most) {
    if (!there(node)) {
      return;
    }
    if (!node.isNumber()) {
      fault(path, what + " must be a number, not " + shown(node) + ".", "Write a number.");
    } else if (node.asDouble(0) < least || node.asDouble(0) > most) {
      fault(
          path,
          "%s must be between %s and %s, not %s."
              .formatted(what, plain(least), plain(most), node.asString("")),
          "Choose a value in that range.");
    }
  }

  void whole(JsonNode node, String path, String what, long least, long most) {
    if (there(node) && node.isNumber() && node.asDouble(0) != Math.rint(node.asDouble(0))) {
      fault(path, what + " must be a whole number, not " + node.asString("") + ".", "Round it.");
    } else {
      number(node, path, what, least, most);
    }
  }

  void oneOf(JsonNode node, String path, String what, String... values) {
    if (there(node) && !Arrays.asList(values).contains(node.asString(""))) {
      String all = String.join(", ", values);
      fault(path, what + " cannot be " + shown(node) + ".", "Use one of " + all + ".");
    }
  }

  /** A list; whether its elements may be looked at. */
  boolean list(JsonNode node, String path, String what) {
    if (there(node) && !node.isArray()) {
      fault(path, what + " must be a list, not " + shown(node) + ".", "Write [ … ].");
    }
    return node.isArray();
  }

  boolean object(JsonNode node, String path, String what) {
    if (there(node) && !node.isObject()) {
      fault(path, what + " must be an object, not " + shown(node) + ".", "Write { … }.");
    }
    return node.isObject();
  }

  void text(JsonNode node, String path, String what) {
    if (there(node) && !node.isString()) {
      fault(path, what + " must be text, not " + shown(node) + ".", "Put it in quotes.");
    }
  }

  static String shown(JsonNode node) {
    String text = node.toString();
    return text.length() > 60 ? text.substring(0, 57) + "…" : text;
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
  }
}
