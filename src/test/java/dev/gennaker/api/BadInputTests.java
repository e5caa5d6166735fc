package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a clear problem: no 500, no stack trace. */
class BadInputTests extends ApiContract {

  @Test
  void tellsLineAndColumnOfMalformedJson() {
    Reply refused = post("/api/pipelines", "{\n  \"name\": \"x\",\n  \"stages\": [}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem()).isEqualTo("malformed-json");
    assertThat(refused.json().path("line").intValue()).isEqualTo(3);
    assertThat(refused.json().path("column").intValue()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "\"text\"",
        "null",
        "",
        "{\"a\":1,\"a\":2}",
        "{{ module }}",
        "{\"application\":\"shop\",\"name\":\"\\uD800\"}",
        "{\"a\":1e99999999999999999999}"
      })
  void refusesWhatIsNotAnObject(String body) {
    Reply refused = post("/api/pipelines", body);

    assertThat(refused.status()).as(refused.text()).isIn(400, 422);
    assertThat(refused.json().path("detail").stringValue()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"application\":[],\"name\":{}}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":{}}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[[]]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":{}}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"wait\",\"waitTime\":1e999999}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"wait\",\"waitTime\":[]}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"wait\",\"waitTime\":99999999999}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"evaluateVariables\",\"variables\":7}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"checkPreconditions\",\"preconditions\":[{\"type\":\"expression\",\"context\":[]}]}]}",
        "{\"application\":\"shop\",\"name\":\"a\",\"stages\":[{\"type\":\"pipeline\",\"pipeline\":\"x\",\"pipelineParameters\":[]}]}"
      })
  void pointsAtWrongTypes(String body) {
    post("/api/applications", "{\"name\":\"shop\"}");

    Reply refused = post("/api/pipelines", body);

    assertThat(refused.status()).as(refused.text()).isEqualTo(422);
    assertThat(refused.json().path("problems").findValuesAsString("path"))
        .isNotEmpty()
        .allSatisfy(path -> assertThat(path).startsWith("$"));
  }

  @Test
  void refusesNestingBombsAndBodiesThatAreTooLarge() {
    assertThat(post("/api/pipelines", "{\"a\":" + "[".repeat(1_000_000)).status()).isEqualTo(400);

    Reply large = post("/api/pipelines", "{\"a\":\"" + "x".repeat(10 << 20) + "\"}");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.problem()).isEqualTo("body-too-large");
    assertThat(large.json().path("detail").stringValue()).contains("8 MB");
  }

  @Test
  void savesThousandsOfStages() {
    post("/api/applications", "{\"name\":\"shop\"}");
    StringBuilder stages = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      stages.append(i == 0 ? "" : ",").append("{\"type\":\"wait\",\"waitTime\":1}");
    }

    Reply saved =
        post(
            "/api/pipelines?staleCheck=false",
            "{\"application\":\"shop\",\"name\":\"Long%d\",\"stages\":[%s]}"
                .formatted(System.nanoTime(), stages));

    assertThat(saved.status()).as(saved.text()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /api/version, 405, method-not-allowed",
    "POST, /api/pipelines/a/b/c, 404, not-found",
    "GET, /api/pipelines/check/x/y, 404, not-found",
    "DELETE, /api/pipelines, 405, method-not-allowed",
    "GET, /api/applications/shop/pipelines?limit=x, 400, wrong-parameter",
    "GET, /api/applications/shop/pipelines?limit=0, 422, request-invalid",
    "GET, /api/applications/shop/pipelines?statuses=ODD, 422, request-invalid",
    "GET, /api/executions?executionIds=a&pipelineConfigIds=b, 422, request-invalid"
  })
  void refusesWrongRequests(String method, String path, int status, String problem) {
    Reply refused = send("ann", method, path, "GET".equals(method) ? null : "{}");

    assertThat(refused.status()).as(refused.text()).isEqualTo(status);
    assertThat(refused.problem()).isEqualTo(problem);
    assertThat(refused.contentType()).startsWith("application/problem+json");
  }

  @Test
  void wantsJson() {
    Reply refused =
        send("ann", "POST", "/api/pipelines", "a=b", "application/x-www-form-urlencoded");

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.problem()).isEqualTo("unsupported-media-type");
  }
}
