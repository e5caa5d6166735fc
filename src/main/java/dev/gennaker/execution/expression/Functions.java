package dev.gennaker.execution.expression;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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
          "readJson");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Functions() {}

  static Optional<Object> call(Call call, Budget budget) {
    return NAMES.contains(call.name()) ? Optional.of(value(call, budget)) : Optional.empty();
  }

  private static Object value(Call call, Budget budget) {
    return switch (call.name()) {
      case "alphanumerical" -> call.text(0).replaceAll("[^A-Za-z0-9]", "");
      case "toInt" -> Operators.whole(number(call).longValue());
      case "toFloat" -> number(call).doubleValue();
      case "toBoolean" -> Boolean.parseBoolean(call.text(0).strip().toLowerCase(Locale.ROOT));
      case "toBase64" -> {
        String text = call.text(0);
        budget.text(text.length() * 2L);
        yield Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
      }
      case "fromBase64" -> fromBase64(call);
      case "toJson" -> toJson(call.any(0), budget);
      case "readJson" -> readJson(call, budget);
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

  private static String fromBase64(Call call) {
    try {
      return new String(Base64.getMimeDecoder().decode(call.text(0)), StandardCharsets.UTF_8);
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

  private static Object readJson(Call call, Budget budget) {
    String text = call.text(0);
    budget.text(text.length());
    try {
      Object read = JSON.readValue(text, Object.class);
      return read == null ? Scope.NULL : read;
    } catch (JacksonException e) {
      throw new ExpressionFailed(
          "'%s' is no JSON: %s".formatted(Texts.brief(text), e.getOriginalMessage()));
    }
  }
}
