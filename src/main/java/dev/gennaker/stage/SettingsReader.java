package dev.gennaker.stage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** Checks settings as written and reads evaluated ones into their record. */
final class SettingsReader {

  private final JsonMapper json;

  SettingsReader(JsonMapper json) {
    this.json =
        json.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
  }

  <C extends Record> List<Problem> check(StageType<C> type, Map<String, Object> settings) {
    List<Problem> problems = new ArrayList<>();
    checkFields(Fields.of(type.settings()), settings, "$", problems);
    if (problems.stream().noneMatch(Problem::isError) && !holdsExpression(settings)) {
      try {
        problems.addAll(type.check(read(type, settings)));
      } catch (InvalidSettings invalid) {
        problems.addAll(invalid.problems());
      }
    }
    return problems;
  }

  <C extends Record> C read(StageType<C> type, Map<String, Object> settings) {
    try {
      return json.convertValue(settings, type.settings());
    } catch (JacksonException e) {
      throw new InvalidSettings(List.of(problem(e)));
    }
  }

  private static Problem problem(JacksonException e) {
    StringBuilder path = new StringBuilder("$");
    for (JacksonException.Reference step : e.getPath()) {
      String name = step.getPropertyName();
      path.append(name == null ? "[" + step.getIndex() + "]" : "." + name);
    }
    String expected = e instanceof MismatchedInputException mismatch ? words(mismatch) : "";
    return expected.isEmpty()
        ? Problem.error(
            path.toString(), e.getOriginalMessage(), "Give a value of the kind the field expects.")
        : Problem.error(
            path.toString(), "This must be " + expected + ".", "Change it to " + expected + ".");
  }

  /** What would have been right; empty where that cannot be said in a word. */
  private static String words(MismatchedInputException mismatch) {
    @Nullable Class<?> target = mismatch.getTargetType();
    if (target == null) {
      return "";
    }
    if (target == Boolean.class || target == boolean.class) {
      return "true or false";
    }
    if (Number.class.isAssignableFrom(target) || target.isPrimitive()) {
      return "a number";
    }
    if (Map.class.isAssignableFrom(target) || target.isRecord()) {
      return "an object";
    }
    return Iterable.class.isAssignableFrom(target)
        ? "a list"
        : target == String.class ? "text" : "";
  }

  private static void checkFields(
      List<Field> fields, Map<?, ?> settings, String path, List<Problem> problems) {
    for (Field field : fields) {
      String at = path + "." + field.key();
      @Nullable Object value = settings.get(field.key());
      if (value == null || value instanceof String text && text.isBlank()) {
        if (field.required()) {
          problems.add(
              Problem.error(at, field.label() + " is missing.", "Fill in " + field.label() + "."));
        }
      } else if (!holdsExpression(value)) {
        checkValue(field, value, at, problems);
      }
    }
  }

  private static void checkValue(Field field, Object value, String at, List<Problem> problems) {
    switch (field.kind()) {
      case NUMBER, SECONDS, PERCENT -> checkNumber(field, value, at, problems);
      case FLAG -> {
        if (!(value instanceof Boolean) && !String.valueOf(value).matches("true|false")) {
          problems.add(wrongKind(field, at, "true or false"));
        }
      }
      case CHOICE -> {
        if (field.options().stream().noneMatch(o -> o.equalsIgnoreCase(String.valueOf(value)))) {
          problems.add(wrongKind(field, at, "one of " + String.join(", ", field.options())));
        }
      }
      case MAP -> {
        if (!(value instanceof Map)) {
          problems.add(wrongKind(field, at, "an object"));
        }
      }
      default -> checkMembers(field, value, at, problems);
    }
  }

  private static void checkMembers(Field field, Object value, String at, List<Problem> problems) {
    if (field.fields().isEmpty()) {
      return;
    }
    if (!field.many()) {
      if (value instanceof Map<?, ?> map) {
        checkFields(field.fields(), map, at, problems);
      } else {
        problems.add(wrongKind(field, at, "an object"));
      }
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        if (list.get(i) instanceof Map<?, ?> map) {
          checkFields(field.fields(), map, at + "[" + i + "]", problems);
        } else {
          problems.add(wrongKind(field, at + "[" + i + "]", "an object"));
        }
      }
    } else {
      problems.add(wrongKind(field, at, "a list"));
    }
  }

  private static void checkNumber(Field field, Object value, String at, List<Problem> problems) {
    double number;
    try {
      number = Double.parseDouble(String.valueOf(value).trim());
    } catch (NumberFormatException e) {
      problems.add(wrongKind(field, at, "a number"));
      return;
    }
    @Nullable Double min = field.min();
    @Nullable Double max = field.max();
    if (Double.isNaN(number) || min != null && number < min || max != null && number > max) {
      problems.add(wrongKind(field, at, "a number " + range(min, max)));
    }
  }

  private static String range(@Nullable Double min, @Nullable Double max) {
    Map<String, Double> bounds = new LinkedHashMap<>();
    if (min != null) {
      bounds.put("not below", min);
    }
    if (max != null) {
      bounds.put("not above", max);
    }
    return String.join(
        " and ",
        bounds.entrySet().stream()
            .map(
                b ->
                    b.getKey()
                        + " "
                        + BigDecimal.valueOf(b.getValue()).stripTrailingZeros().toPlainString())
            .toList());
  }

  private static Problem wrongKind(Field field, String at, String expected) {
    return Problem.error(
        at,
        "%s must be %s.".formatted(field.label(), expected),
        "Change it to %s, or use an expression like ${parameters.x}.".formatted(expected));
  }

  private static boolean holdsExpression(@Nullable Object value) {
    return switch (value) {
      case String text -> text.contains("${");
      case Map<?, ?> map -> map.values().stream().anyMatch(SettingsReader::holdsExpression);
      case List<?> list -> list.stream().anyMatch(SettingsReader::holdsExpression);
      case null, default -> false;
    };
  }
}
