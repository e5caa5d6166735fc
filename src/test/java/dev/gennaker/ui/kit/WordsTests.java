package dev.gennaker.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures and sentences as the browser writes them too. */
class WordsTests {

  @ParameterizedTest
  @CsvSource({
    "-5,0 s",
    "48,48 s",
    "60,1 min",
    "3599,59 min",
    "3960,1 h 06",
    "7200,2 h",
    "172800,2 d"
  })
  void ages(long seconds, String words) {
    assertThat(Words.age(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"41,0:41", "408,6:48", "3723,1:02:03"})
  void runningClocks(long seconds, String words) {
    assertThat(Words.elapsed(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @Test
  void sentencesHaveACapitalAndAnEnd() {
    assertThat(Words.sentence("the stream was cut")).isEqualTo("The stream was cut.");
    assertThat(Words.sentence("dcos-west is away")).isEqualTo("dcos-west is away.");
    assertThat(Words.sentence("Really?")).isEqualTo("Really?");
    assertThat(Words.sentence("")).isEmpty();
  }

  @Test
  void imagesLoseTheirRegistry() {
    assertThat(Words.image("registry.local:5000/shop/web:1.8.3")).isEqualTo("web:1.8.3");
    assertThat(Words.image("nginx")).isEqualTo("nginx");
    assertThat(Words.count(1, "instance")).isEqualTo("1 instance");
    assertThat(Words.count(1200, "instance")).isEqualTo("1,200 instances");
  }
}
