package dev.gennaker.ui.fields;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a value is given: as it is, asked when the pipeline starts, or worked out when it runs. */
enum Manner {
  FIXED("Fixed", "equal"),
  ASK("Ask at start", "circle-help"),
  EXPRESSION("Expression", "braces");

  private static final Pattern PARAMETER =
      Pattern.compile(
          "\\$\\{\\s*(?:trigger\\.)?parameters(?:\\.(\\w+)|\\[\\s*['\"]([^'\"]+)['\"]\\s*])\\s*}");

  private final String label;
  private final String icon;

  Manner(String label, String icon) {
    this.label = label;
    this.icon = icon;
  }

  String label() {
    return label;
  }

  String icon() {
    return icon;
  }

  /** How a value is given, from what is written. */
  static Manner of(@Nullable JsonNode value) {
    if (value == null || !value.isString() || !value.stringValue().contains("${")) {
      return FIXED;
    }
    return parameter(value) == null ? EXPRESSION : ASK;
  }

  /** The parameter a value is nothing but; null where it is something else. */
  static @Nullable String parameter(@Nullable JsonNode value) {
    if (value == null || !value.isString()) {
      return null;
    }
    Matcher matcher = PARAMETER.matcher(value.stringValue().strip());
    return matcher.matches()
        ? matcher.group(1) == null ? matcher.group(2) : matcher.group(1)
        : null;
  }
}
