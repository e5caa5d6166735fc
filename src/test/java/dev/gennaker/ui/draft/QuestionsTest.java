package dev.gennaker.ui.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class QuestionsTest {

  private static final Path WAIT = Path.of("waitTime");
  private final Document fixed = Drawn.document("a, b<a").with("a", WAIT, json("30"));

  @Test
  void asksWithTheValueAsDefault() {
    Document asked = Questions.ask(fixed, "a", WAIT, "waitTime", "Wait time");

    assertThat(asked.get("a", WAIT)).hasToString("\"${parameters.waitTime}\"");
    assertThat(asked.get(Path.of("parameterConfig", 0)))
        .hasToString(
            "{\"name\":\"waitTime\",\"label\":\"Wait time\",\"required\":false,\"default\":\"30\"}");
  }

  @Test
  void asksForWhatHasNoValueAsRequired() {
    Document asked = Questions.ask(fixed, "b", WAIT, "waitTime", "Wait time");

    assertThat(asked.get(Path.of("parameterConfig", 0, "required"))).hasToString("true");
  }

  @Test
  void takesAnotherNameWhereOneIsTaken() {
    Document asked = Questions.ask(fixed, "a", WAIT, "waitTime", "Wait time");
    asked = Questions.ask(asked, "b", WAIT, "waitTime", "Wait time");

    assertThat(asked.get("b", WAIT)).hasToString("\"${parameters.waitTime2}\"");
  }

  @Test
  void takesTheQuestionBack() {
    Document asked = Questions.ask(fixed, "a", WAIT, "waitTime", "Wait time");

    Document back = Questions.unask(asked, "a", WAIT, "waitTime");

    assertThat(back.get("a", WAIT)).hasToString("30");
    assertThat(back.get(Path.of("parameterConfig"))).hasToString("[]");
  }

  @Test
  void keepsAParameterSomethingElseReads() {
    Document asked = Questions.ask(fixed, "a", WAIT, "waitTime", "Wait time");
    asked = asked.with("b", WAIT, json("\"${parameters['waitTime']}\""));

    Document back = Questions.unask(asked, "a", WAIT, "waitTime");

    assertThat(back.get(Path.of("parameterConfig", 0, "name"))).hasToString("\"waitTime\"");
  }

  @Test
  void keepsTheOrderOfKeysAFormDoesNotKnow() {
    JsonNode before = json("{\"z\":1,\"a\":{\"d\":1,\"c\":[{\"y\":1,\"x\":2}]},\"m\":3}");
    JsonNode given = json("{\"a\":{\"c\":[{\"x\":5,\"y\":1}],\"d\":1,\"n\":0},\"m\":3,\"z\":1}");

    assertThat(KeyOrder.like(before, given))
        .hasToString("{\"z\":1,\"a\":{\"d\":1,\"c\":[{\"y\":1,\"x\":5}],\"n\":0},\"m\":3}");
  }

  @Test
  void printsJsonAsPeopleWriteIt() {
    assertThat(Pretty.print(json("{\"a\":[1,{\"b\":[]}],\"c\":{}}")))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {\n      \"b\": []\n    }\n  ],\n  \"c\": {}\n}");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
