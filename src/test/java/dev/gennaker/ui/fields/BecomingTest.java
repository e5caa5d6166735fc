package dev.gennaker.ui.fields;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BecomingTest {

  @Test
  void showsTextsAsTheyAreAndSaysWhatElseIsWhat() {
    assertThat(Becoming.of("web:1.8.3")).isEqualTo(new Becoming("web:1.8.3", "", "web:1.8.3"));
    assertThat(Becoming.of(7)).isEqualTo(new Becoming("7", "number", "7"));
    assertThat(Becoming.of("7").kind()).isEmpty();
    assertThat(Becoming.of(true).kind()).isEqualTo("true or false");
    assertThat(Becoming.of(null)).isEqualTo(new Becoming("null", "nothing", "null"));
    assertThat(Becoming.of("").kind()).isEqualTo("empty text");
    assertThat(Becoming.of(List.of(1, 2))).isEqualTo(new Becoming("[1,2]", "list of 2", "[1,2]"));
    assertThat(Becoming.of(Map.of("a", 1)).kind()).isEqualTo("object with 1 key");
  }

  @Test
  void cutsWhatIsLongAndKeepsTheWhole() {
    Becoming lines = Becoming.of("one\ntwo");
    assertThat(lines.line()).isEqualTo("one two");
    assertThat(lines.isLong()).isTrue();
    assertThat(lines.whole()).isEqualTo("one\ntwo");

    Becoming wide = Becoming.of("x".repeat(50_000));
    assertThat(wide.line()).hasSizeLessThan(200).endsWith("…");
    assertThat(wide.whole()).hasSizeLessThan(11_000).endsWith("…");
  }

  @Test
  void cutsNoCharacterInHalf() {
    assertThat(Becoming.cut("a😀b", 2)).isEqualTo("a…");
    assertThat(Becoming.cut("a😀b", 3)).isEqualTo("a😀…");
  }
}
