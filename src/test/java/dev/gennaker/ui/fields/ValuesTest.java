package dev.gennaker.ui.fields;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValuesTest {

  @ParameterizedTest
  @CsvSource({
    "90, 1000, 90",
    "90 s, 1000, 90",
    "10 min, 1000, 600",
    "10m, 1000, 600",
    "1 h 30 min, 1000, 5400",
    "2d, 1000, 172800",
    "90, 1, 90000",
    "500 ms, 1, 500"
  })
  void readsTimesAsPeopleWriteThem(String typed, long unit, String value) {
    assertThat(DurationInput.read(typed, unit)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource({"soon", "10 parsecs", "5 min or so", "500 ms"})
  void keepsWhatIsNoTimeAsItWasTyped(String typed) {
    assertThat(DurationInput.read(typed, 1000)).hasToString("\"" + typed + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "600, 1000, 10 min",
    "5400, 1000, 1 h 30 min",
    "0, 1000, 0 s",
    "90061, 1000, 1 d 1 h 1 min 1 s",
    "1500, 1, 1 s 500 ms",
    "\"30\", 1000, 30 s"
  })
  void saysTimesAsPeopleReadThem(String value, long unit, String words) {
    assertThat(DurationInput.words(json(value), unit)).isEqualTo(words);
  }

  @Test
  void readsBackWhatItSays() {
    for (long seconds : new long[] {1, 59, 60, 3599, 3600, 86_400, 123_456}) {
      String words = DurationInput.words(JsonMapper.shared().valueToTree(seconds), 1000);
      assertThat(DurationInput.read(words, 1000)).hasToString(String.valueOf(seconds));
    }
  }

  @Test
  void tellsHowAValueIsGiven() {
    assertThat(Manner.of(null)).isEqualTo(Manner.FIXED);
    assertThat(Manner.of(json("5"))).isEqualTo(Manner.FIXED);
    assertThat(Manner.of(json("\"web:${trigger.tag}\""))).isEqualTo(Manner.EXPRESSION);
    assertThat(Manner.of(json("\"${parameters.size}\""))).isEqualTo(Manner.ASK);
    assertThat(Manner.of(json("\"${parameters.size + 1}\""))).isEqualTo(Manner.EXPRESSION);
    assertThat(Manner.parameter(json("\"${ parameters['the size'] }\""))).isEqualTo("the size");
    assertThat(Manner.parameter(json("\"${trigger.parameters.tag}\""))).isEqualTo("tag");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
