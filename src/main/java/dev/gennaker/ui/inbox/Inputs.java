package dev.gennaker.ui.inbox;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run was started with. Stages that have not started still show their expressions; the plain
 * ones about inputs can be read before.
 */
record Inputs(Map<?, ?> values) {

  private static final Pattern PLAIN =
      Pattern.compile("\\$\\{\\s*(?:trigger\\.)?parameters(?:\\.(\\w+)|\\['([^']+)'])\\s*}");

  static Inputs of(Map<String, Object> trigger) {
    return new Inputs(trigger.get("parameters") instanceof Map<?, ?> given ? given : Map.of());
  }

  /** The text with the inputs it names in their places; everything else stays as written. */
  String fill(String text) {
    return PLAIN
        .matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1) == null ? found.group(2) : found.group(1);
              return Matcher.quoteReplacement(
                  Optional.ofNullable((Object) values.get(name))
                      .map(String::valueOf)
                      .orElse(found.group()));
            });
  }
}
