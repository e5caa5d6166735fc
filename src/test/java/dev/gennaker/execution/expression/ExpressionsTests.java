package dev.gennaker.execution.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTests {

  private final Map<String, Object> known =
      Map.of(
          "parameters", Map.of("tag", "1.2.3", "count", "4", "a b", "spaced"),
          "trigger", Map.of("type", "docker", "nothing", Map.of()),
          "size", 3,
          "half", 0.5,
          "stages",
              List.of(
                  Map.of("name", "Build", "type", "jenkins", "n", 1),
                  Map.of("name", "Deploy", "type", "deploy", "n", 2),
                  Map.of("name", "Untyped")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parameters.tag|1.2.3",
        "parameters['tag'].split('[.]')[1]|2",
        "parameters[tag]|1.2.3",
        "parameters['a b']|spaced",
        "size + 1|4",
        "size / 2|1",
        "size * half|1.5",
        "size % 2 == 1 ? 'odd' : 'even'|odd",
        "-size|-3",
        "2 ^ 10|1024",
        "size > 2 and !(size >= 4)|true",
        "size == 3.0 OR size == 9|true",
        "'v' + size|v3",
        "trigger['tag'] ?: 'latest'|latest",
        "trigger?.tag == null|true",
        "stages.?[type == 'deploy'][0].name|Deploy",
        "stages.^[n > 0].name|Build",
        "stages.$[n != null].name|Deploy",
        "stages.![name].join('+')|Build+Deploy+Untyped",
        "stages.size()|3",
        "parameters.?[value.length() == 1].keySet()[0]|count",
        "{1, 2, 3}.contains(size)|true",
        "{a: 1, 'b': size}['b']|3",
        "size between {1, 3}|true",
        "'1.2.3' matches '[0-9.]+'|true",
        "parameters.tag.replace('.', '-')|1-2-3",
        "#toInt(parameters.count) + 1|5",
        "#toFloat('1.5') + 1|2.5",
        "#toBoolean('TRUE')|true",
        "#alphanumerical('a-b_c 1')|abc1",
        "#fromBase64(#toBase64('hello'))|hello",
        "#readJson('{\"a\": [1, 2]}').a[1]|2",
        "#toJson({a: 'x'})|{\"a\":\"x\"}",
        "#readYaml('a: [1, {b: yes}]').a[1].b|true",
        "#readYaml('at: 2026-03-01').at|2026-03-01T00:00:00Z",
        "#readYaml('') == null|true",
        "parameters.get('tag')|1.2.3",
        "parameters.getOrDefault('none', 'x')|x",
        "trigger.getOrDefault(null, 'x')|x",
        "stages.![n].contains(2)|true",
        "{1, 2, 3}.containsAll({3, 1.0})|true",
        "{a: {1, 2}} == {a: {1, 2}}|true",
        "{a: {1, 2}} == {a: {1, 3}}|false",
        "'a-b-c'.indexOf('-')|1",
        "#root.size|3",
        "'it''s'|it's",
        "'Hello'.substring(1, 3).toUpperCase()|EL",
      })
  void evaluates(String expression, String value) {
    assertThat(String.valueOf(evaluate("${" + expression + "}"))).isEqualTo(value);
  }

  @Test
  void keepsTheTypeOfASingleExpressionAndWritesOthersIntoTheText() {
    assertThat(evaluate("${size}")).isEqualTo(3);
    assertThat(evaluate("${ parameters }")).isEqualTo(known.get("parameters"));
    assertThat(evaluate("v${size}-${parameters.tag}!")).isEqualTo("v3-1.2.3!");
    assertThat(evaluate("$${size} and ${size}")).isEqualTo("${size} and 3");
    assertThat(evaluate("${'}'}${\"{\"}")).isEqualTo("}{");
    assertThat(evaluate("no ${end")).isEqualTo("no ${end");
    assertThat(evaluate("${#readAllYaml('{a: 1}\n---\n{a: 2}').![a]}")).isEqualTo(List.of(1, 2));
    assertThat(evaluate("${trigger['tag']}")).isNull();
    assertThatThrownBy(() -> evaluate("v${trigger['tag']}")).hasMessageContaining("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "T(java.lang.Runtime).getRuntime().exec('id')",
        "T(String)",
        "new java.lang.ProcessBuilder('id').start()",
        "new java.util.Date()",
        "new int[1000000000]",
        "@beanFactory",
        "&factory",
        "size = 4",
        "parameters['tag'] = 'x'",
        "size++",
        "''.class",
        "''.getClass()",
        "''.class.forName('java.lang.Runtime')",
        "parameters.getClass().getClassLoader()",
        "parameters.put('a', 1)",
        "parameters.clear()",
        "stages.add(1)",
        "stages.forEach(#this)",
        "#root.getClass()",
        "size.getClass()",
        "'' instanceof T(String)",
        "#systemProperties",
        "'a'.repeat(10)",
        "'%s'.formatted('x')",
        "'a'.intern()",
        "stages.stream()",
        "half.wait()",
      })
  void reachesNothingOutside(String expression) {
    assertThatThrownBy(() -> evaluate("${" + expression + "}"))
        .isInstanceOf(ExpressionFailed.class);
  }

  @Test
  void explainsWhatFailedAndWhatWasKnown() {
    assertThatThrownBy(() -> evaluate("${parameters.image + '-x'}"))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            failed -> {
              assertThat(failed.expression()).isEqualTo("parameters.image + '-x'");
              assertThat(failed.part()).isEqualTo("image");
              assertThat(failed.getMessage()).contains("no image").contains("a b, count, tag");
              assertThat(failed.values()).anyMatch(value -> value.startsWith("parameters = {"));
            });
    assertThatThrownBy(() -> evaluate("${#toInt(parameters.tag)}"))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            failed -> assertThat(failed.values()).contains("parameters.tag = 1.2.3"));
    assertThatThrownBy(() -> evaluate("${parameters.count * size}"))
        .isInstanceOfSatisfying(
            ExpressionFailed.class,
            failed ->
                assertThat(failed.values()).containsExactly("parameters.count = 4", "size = 3"));
    assertThatThrownBy(() -> evaluate("${#readAllYaml('a: [')}")).hasMessageContaining("no YAML");
    assertThatThrownBy(() -> evaluate("${#readYaml('{}\n---\n{}')}"))
        .hasMessageContaining("#readAllYaml()");
    assertThatThrownBy(() -> evaluate("${#readYaml('!!java.net.URL [\"http://x\"]')}"))
        .hasMessageContaining("no YAML");
    assertThatThrownBy(() -> evaluate("${imge}")).hasMessageContaining("imge");
    assertThatThrownBy(() -> evaluate("${stages[7]}")).hasMessageContaining("outside 0 to 2");
    assertThatThrownBy(() -> evaluate("${#stage['x']}")).hasMessageContaining("#stage");
    assertThatThrownBy(() -> evaluate("${1 +}")).hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> evaluate("${}")).hasMessageContaining("empty");
  }

  private Object evaluate(String text) {
    return new Expressions(new MapScope(known)).evaluate(text);
  }
}
