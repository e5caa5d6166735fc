package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading and writing documents without losing anything. */
class DocumentsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1.10,\"b\":12345678901234567890.12345678901234567890,\"c\":1E+400}",
        "{\"ä\":\"snow ☃ and 😀\",\"nul\":\"\\u0000\"}",
        "{\"z\":null,\"a\":[[],{},\"\",0,-0,true],\"$\":{\"\":{\"\":1}}}"
      })
  void keepEveryDigitAndCharacter(String text) {
    String written = Documents.write(Documents.parse(text));

    assertThat(Documents.write(Documents.parse(written))).isEqualTo(written);
    assertThat(Documents.parse(written)).isEqualTo(Documents.parse(text));
    assertThat(written).matches("\\A\\p{ASCII}*\\z");
  }

  @Test
  void keepTheDigitsAsTheyWereWritten() {
    assertThat(Documents.write(Documents.parse("{\"a\":1.10,\"b\":3.0}")))
        .isEqualTo("{\"a\":1.10,\"b\":3.0}");
  }

  @Test
  void tellTheLineAndColumnOfAMistake() {
    MalformedJson mistake =
        catchThrowableOfType(
            MalformedJson.class, () -> Documents.parse("{\n  \"name\": \"x\",\n  \"stages\": [}"));

    assertThat(mistake.line()).isEqualTo(3);
    assertThat(mistake.column()).isGreaterThan(10);
    assertThat(mistake).hasMessageContaining("line 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "7",
        "null",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "{{ module }}",
        "{\"a\":}",
        "{\"a\":\"\\uD83D\"}",
        "{\"\\uDE00\":1}",
        "{\"a\":1e99999999999999999999}"
      })
  void refuseWhatIsNotOneObject(String text) {
    assertThatThrownBy(() -> Documents.parse(text)).isInstanceOf(MalformedJson.class);
    assertThatThrownBy(() -> Documents.parse(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void refuseANestingBomb() {
    assertThatThrownBy(() -> Documents.parse("{\"a\":" + "[".repeat(100_000)))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void numberAndChainStagesThatHaveNoRefIds() {
    assertThat(
            Documents.stages(
                Documents.parse("{\"stages\":[{\"type\":\"a\"},{\"type\":\"b\",\"name\":\"B\"}]}")))
        .extracting(StageDefinition::refId, StageDefinition::name, s -> s.requisites().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("0", "a", "[]"),
            org.assertj.core.groups.Tuple.tuple("1", "B", "[0]"));
  }

  @Test
  void readNumbersAsRefIds() {
    assertThat(
            Documents.stages(
                Documents.parse(
                    "{\"stages\":[{\"refId\":1},{\"refId\":\"2\",\"requisiteStageRefIds\":[1]}]}")))
        .extracting(StageDefinition::refId, s -> s.requisites().toString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "[]"),
            org.assertj.core.groups.Tuple.tuple("2", "[1]"));
  }

  @Test
  void readNoStagesWhereThereIsNoList() {
    assertThat(Documents.stages(Documents.parse("{\"stages\":{\"0\":{}}}"))).isEmpty();
  }
}
