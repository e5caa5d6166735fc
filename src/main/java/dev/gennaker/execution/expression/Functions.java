package dev.gennaker.execution.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Functions that need nothing but their arguments. */
final class Functions {

  static final Set<String> NAMES =
      Set.of(
          "alphanumerical",
          "toInt",
          "toFloat",
          "toBoolean",
          "toBase64",
          "fromBase64",
          "toJson",
          "readJson",
          "readYaml",
          "readAllYaml",
          "fromUrl",
          "jsonFromUrl",
          "yamlFromUrl",
          "propertiesFromUrl");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Functions() {}

  static Optional<Object> call(Call call, Scope scope, Budget budget) {
    return NAMES.contains(call.name())
        ? Optional.of(Objects.requireNonNullElse(value(call, scope, budget), Scope.NULL))
        : Optional.empty();
  }

  private static @Nullable Object value(Call call, Scope scope, Budget budget) {
    return switch (call.name()) {
      case "alphanumerical" -> text(call, budget).replaceAll("[^A-Za-z0-9]", "");
      case "toInt" -> Operators.whole(number(call).longValue());
      case "toFloat" -> number(call).doubleValue();
      case "toBoolean" -> Boolean.parseBoolean(call.text(0).strip().toLowerCase(Locale.ROOT));
      case "toBase64" -> {
        String text = call.text(0);
        budget.text(text.length() * 2L);
        yield Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      }
      case "fromBase64" -> fromBase64(call, budget);
      case "toJson" -> toJson(call.any(0), budget);
      case "readJson" -> Reading.json(text(call, budget));
      case "readYaml" -> Reading.yaml(text(call, budget), budget);
      case "readAllYaml" -> Reading.allYaml(text(call, budget), budget);
      case "fromUrl" -> fetch(call, scope, budget);
      case "jsonFromUrl" -> Reading.json(fetch(call, scope, budget));
      case "yamlFromUrl" -> Reading.yaml(fetch(call, scope, budget), budget);
      case "propertiesFromUrl" -> Reading.properties(fetch(call, scope, budget), budget);
      default -> throw new IllegalStateException(call.name());
    };
  }

  private static BigDecimal number(Call call) {
    try {
      BigDecimal number = new BigDecimal(call.text(0).strip());
      if (Math.abs(number.scale()) > 400) {
        throw new NumberFormatException();
      }
      return number;
    } catch (NumberFormatException e) {
      throw new ExpressionFailed("'%s' is no number".formatted(Texts.brief(call.any(0))));
    }
  }

  private static String fromBase64(Call call, Budget budget) {
    try {
      return new String(Base64.getMimeDecoder().decode(text(call, budget)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ExpressionFailed("'%s' is not Base64".formatted(Texts.brief(call.any(0))));
    }
  }

  /** As Spinnaker, refuses to make text that would be evaluated again. */
  private static String toJson(@Nullable Object value, Budget budget) {
    Texts.of(value, budget);
    String json = JSON.writeValueAsString(Plain.of(value, budget));
    if (json.contains("${")) {
      throw new ExpressionFailed("The JSON would contain an expression itself");
    }
    return json;
  }

  private static String text(Call call, Budget budget) {
    String text = call.text(0);
    budget.text(text.length());
    return text;
  }

  private static String fetch(Call call, Scope scope, Budget budget) {
    String url = call.text(0);
    return budget.outside(() -> scope.fetch(url));
  }
}
