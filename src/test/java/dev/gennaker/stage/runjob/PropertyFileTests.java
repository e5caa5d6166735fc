package dev.gennaker.stage.runjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.stage.runjob.PropertyFile.Read;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a property file says, by its name and text. */
class PropertyFileTests {

  @Test
  void readsJsonByItsName() {
    assertThat(new PropertyFile("out/a.json").parse("{\"tag\": \"1.2\", \"n\": {\"x\": [1, 2]}}"))
        .isEqualTo(new Read.Values(Map.of("tag", "1.2", "n", Map.of("x", List.of(1, 2)))));
  }

  @Test
  void readsJavaProperties() {
    assertThat(new PropertyFile("b.properties").parse("# made by make\ntag = 1.2\nurl:http://x\n"))
        .isEqualTo(new Read.Values(Map.of("tag", "1.2", "url", "http://x")));
  }

  @ParameterizedTest
  @CsvSource({
    "a.json, [1], is no JSON object",
    "a.json, {, is no JSON object",
    "a.json, {}, says nothing",
    "a.properties, '# nothing', says nothing",
    "a.properties, 'a=\\uXYZ', is no Java properties file",
  })
  void saysWhyItIsOfNoUse(String name, String text, String why) {
    assertThat(new PropertyFile(name).parse(text))
        .isInstanceOfSatisfying(
            Read.Unusable.class, unusable -> assertThat(unusable.why()).contains(name, why));
  }

  @ParameterizedTest
  @CsvSource({
    "build.properties, true",
    "./out/a.json, true",
    "/etc/passwd, false",
    "../other/stdout, false",
    "out/../../x, false",
  })
  void staysWithinTheSandbox(String name, boolean inside) {
    assertThat(new PropertyFile(name).path().isPresent()).isEqualTo(inside);
  }
}
