package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What Marathon refuses or quietly corrects, answer for answer as two real ones were recorded. */
@TestInstance(Lifecycle.PER_CLASS)
class RefusalContractTests {

  private MarathonUnderTest marathon;

  @BeforeAll
  void open() throws IOException {
    marathon = MarathonUnderTest.open();
  }

  @AfterAll
  void close() {
    marathon.close();
  }

  static List<JsonNode> refused() {
    return Fixtures.read("refused-apps.json");
  }

  static List<JsonNode> accepted() {
    return Fixtures.read("accepted-apps.json");
  }

  static List<JsonNode> unknown() {
    return Fixtures.read("unknown-things.json");
  }

  @ParameterizedTest
  @MethodSource
  void refused(JsonNode row) {
    assumeFalse(row.has("without") && marathon.features.contains(row.get("without").asString()));
    String type = row.has("contentType") ? row.get("contentType").asString() : "application/json";
    var reply =
        type.isEmpty()
            ? marathon.calls.call("POST", "/v2/apps", null)
            : marathon.calls.call("POST", "/v2/apps", Fixtures.body(row), "Content-Type", type);
    if (type.isEmpty()) {
      reply.expect(400);
      return;
    }
    reply.expect(row.get("status").asInt());
    assertThat(reply.at("/message").asString()).isEqualTo(row.get("message").asString());
    JsonNode details = row.get("details");
    if (details != null && details.isArray()) {
      assertThat(Fixtures.details(reply.at("/details"))).isEqualTo(Fixtures.details(details));
    } else if (details != null) {
      assertThat(reply.at("/details").asString()).isEqualTo(details.asString());
    }
  }

  @ParameterizedTest
  @MethodSource
  void accepted(JsonNode row) {
    var created = marathon.calls.post("/v2/apps?force=true", Fixtures.body(row)).expect(201);
    String id = created.at("/id").asString();
    try {
      assertThat(created.header("Location")).endsWith(id).startsWith("http");
      assertThat(created.header("Marathon-Deployment-Id"))
          .isEqualTo(created.at("/deployments/0/id").asString());
      row.get("answers")
          .properties()
          .forEach(
              field ->
                  assertThat(created.at("/" + field.getKey()))
                      .as(field.getKey())
                      .isEqualTo(field.getValue()));
      if (row.has("absent")) {
        row.get("absent")
            .forEach(name -> assertThat(created.json().has(name.asString())).isFalse());
      }
      assertThat(created.json().has("versionInfo")).isFalse();
    } finally {
      marathon.calls.delete("/v2/apps" + id).expect(200);
    }
  }

  @ParameterizedTest
  @MethodSource
  void unknown(JsonNode row) {
    String accept = row.has("accept") ? row.get("accept").asString() : "application/json";
    String body = Fixtures.body(row);
    var reply =
        body == null
            ? marathon.calls.call(
                row.get("method").asString(), row.get("path").asString(), null, "Accept", accept)
            : marathon.calls.call(
                row.get("method").asString(),
                row.get("path").asString(),
                body,
                "Content-Type",
                "application/json");
    reply.expect(row.get("status").asInt());
    JsonNode answer = row.get("answer");
    if (answer.isObject() && !marathon.old) {
      assertThat(reply.json()).isEqualTo(answer);
    } else if (answer.isObject()) {
      assertThat(reply.at("/message")).isEqualTo(answer.get("message"));
    }
  }
}
