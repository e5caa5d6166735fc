package dev.gennaker.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small texts that would like to become large. */
class BombTests {

  static Stream<String> bombs() {
    String doubling = "many" + ".![{#this, #this}]".repeat(30);
    return Stream.of(
        "many.![many.![many.![many]]]",
        "many.![many.![many.![1]]].size()",
        doubling,
        "'" + "a".repeat(60) + "!' matches '(a+)+b'",
        "'" + "a".repeat(60) + "'.replaceAll('(a|aa)+$b', 'x')",
        "long.replace('a', long)",
        "long.replaceAll('a', long)",
        "many.![long].toString()",
        "many.![long + long].size()",
        "#toJson(many.![many.![long]])",
        "#toBase64(long + long + long + long).length() + many.![long + #this].size()",
        "many.![long].join(long)",
        "(".repeat(5_000) + "1" + ")".repeat(5_000),
        "!".repeat(9_000) + "true",
        "-".repeat(9_001) + "1",
        "1" + "+1".repeat(4_900),
        "true?".repeat(1_500) + "1" + ":1".repeat(1_500),
        "{".repeat(3_000) + "}".repeat(3_000),
        "x".repeat(100_000),
        "2 ^ 2 ^ 2 ^ 2 ^ 2 ^ 2",
        "9223372036854775807 + 1",
        "1 / 0",
        "#toInt('1e999999999')");
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void doNotGoOff(String expression) {
    Map<String, Object> known =
        Map.of("many", IntStream.range(0, 1_000).boxed().toList(), "long", "a".repeat(100_000));
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(
                    () -> {
                      Object value =
                          new Expressions(new MapScope(known)).evaluate("${" + expression + "}");
                      // A value is fine as long as it is small.
                      assertThat(String.valueOf(value)).hasSizeLessThan(10_000);
                      throw new ExpressionFailed("small");
                    })
                .isInstanceOf(ExpressionFailed.class));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void areCheckedWithoutHarm(String expression) {
    Expressions.check(
        Map.of("a", Collections.nCopies(3, "${" + expression + "}")), "$", (path, failed) -> {});
  }
}
