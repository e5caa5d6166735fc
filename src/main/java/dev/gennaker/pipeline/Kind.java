package dev.gennaker.pipeline;

import tools.jackson.databind.JsonNode;

/** What a known key of a document may hold. An absent key and null are always fine. */
enum Kind {
  TEXT("text", "in double quotes"),
  TEXT_OR_NUMBER("text or a number", "such as \"1\""),
  LIST("a list", "in square brackets"),
  OBJECT("an object", "in curly braces"),
  FLAG("true or false", "without quotes, or an expression"),
  NUMBER("a number", "or an expression"),
  COUNT("a whole number, 0 or more", "without quotes");

  private final String words;
  private final String hint;

  Kind(String words, String hint) {
    this.words = words;
    this.hint = hint;
  }

  boolean accepts(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isString();
      case TEXT_OR_NUMBER -> value.isString() || value.isNumber();
      case LIST -> value.isArray();
      case OBJECT -> value.isObject();
      case FLAG -> value.isBoolean() || value.isString() && flag(value.stringValue());
      case NUMBER -> value.isNumber() || value.isString() && number(value.stringValue());
      case COUNT -> value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0;
    };
  }

  String words() {
    return words;
  }

  String fix() {
    return "Write " + words + ", " + hint + ".";
  }

  private static boolean flag(String text) {
    return text.contains("${") || text.equals("true") || text.equals("false");
  }

  private static boolean number(String text) {
    return text.contains("${") || text.isBlank() || text.strip().matches("-?\\d{1,15}(\\.\\d+)?");
  }
}
