package dev.gennaker.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small texts that would like to become large. */
class BombTests {

  static Stream<String> bombs() {
    String doubling = "many" + ".![{#this, #this}]".repeat(30);
    String shared = "{1}" + ".![{#this, #this}]".repeat(60);
    String laughs =
        "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + IntStream.range(0, 9)
                .mapToObj(
                    i ->
                        "%c: &%c [%s]\n"
                            .formatted(
                                'b' + i,
                                'b' + i,
                                String.join(",", Collections.nCopies(9, "*" + (char) ('a' + i)))))
                .collect(Collectors.joining());
    return Stream.of(
        "many.![many.![long.toUpperCase()]].size()",
        "many.![many.![long.trim()]].size()",
        "many.![many.![long.substring(0)]].size()",
        "many.![many.![long.split('')]].size()",
        "many.![many.![long.replaceFirst('b', 'c')]].size()",
        "many.![many.![long.replaceAll('b', 'c')]].size()",
        "many.![many.![#alphanumerical(long)]].size()",
        "many.![many.![#fromBase64(long)]].size()",
        "many.![long + long].join('').contains(long + long + 'b')",
        "(%s).contains(%s + 'b')".formatted(times("long", 20), times("long", 10)),
        "(%s).indexOf(%s + 'b')".formatted(times("long", 20), times("long", 10)),
        "(%s).lastIndexOf('b' + %s)".formatted(times("long", 20), times("long", 10)),
        "(%s).replace(%s + 'b', '')".formatted(times("long", 20), times("long", 10)),
        "long matches '(.*)*(.*)*(.*)*b'",
        "long matches '((((a|aa)*)*)*)*b'",
        "long.split('(a+)+b')",
        "(%s) == (%s)".formatted(shared, shared),
        "{%s}.contains(%s)".formatted(shared, shared),
        "{%s}.indexOf(%s)".formatted(shared, shared),
        "{%s}.containsAll({%s})".formatted(shared, shared),
        "{a: %s}.containsValue(%s)".formatted(shared, shared),
        "#root.get(%s)".formatted(shared),
        "#root[%s]".formatted(shared),
        "many.![many.![#root.get(null)]].size()",
        "{1}" + ".![{#this}]".repeat(800),
        "many.![many.![many]].![#this.values()]",
        "#readYaml('" + laughs + "')",
        "#readYaml('&a [*a]')",
        "#readYaml('&a {b: *a}').toString()",
        "#readYaml('" + "[".repeat(3_000) + "')",
        "#readYaml('!!java.net.URL [\"http://127.0.0.1\"]')",
        "#readYaml('? &a [*a]\n: 1')",
        "#readJson('" + "[".repeat(4_000) + "')",
        "#readJson('1e999999') + 1",
        "#readJson('1e999999') == 1",
        "10 ^ 400",
        "1.0 / 0 == 1",
        "many.![#fromUrl('endless')].size()",
        "many.![#jsonFromUrl('endless')].size()",
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
    Assertions.assertTimeoutPreemptively(
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

  /** Texts of settings may have megabytes. */
  static Stream<String> texts() {
    return Stream.of(
        "$${".repeat(500_000) + "}".repeat(500_000),
        "${'".repeat(500_000),
        "${{".repeat(500_000),
        "${1}".repeat(500_000),
        "${long}".repeat(50_000),
        "${" + "{".repeat(500_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void doNotGoOffInLongTexts(String text) {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            new Expressions(new MapScope(Map.of("long", "a".repeat(100_000)))).evaluate(text);
          } catch (ExpressionFailed refused) {
            assertThat(refused).hasMessageMatching("It .*");
          }
          Expressions.check(text, "$", (path, failed) -> {});
        });
  }

  private static String times(String name, int times) {
    return String.join(" + ", Collections.nCopies(times, name));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void areCheckedWithoutHarm(String expression) {
    Expressions.check(
        Map.of("a", Collections.nCopies(3, "${" + expression + "}")), "$", (path, failed) -> {});
  }
}
