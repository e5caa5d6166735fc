package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The API's own description. */
class OpenApiTests extends ApiContract {

  @Test
  void describesEveryOperation() {
    JsonNode description = get("/v3/api-docs").json();

    assertThat(description.path("openapi").stringValue()).startsWith("3.1");
    assertThat(description.path("paths").propertyNames())
        .contains("/api/pipelines/{application}/{nameOrId}", "/api/tasks/{id}")
        .doesNotContain("/api/**");
    description
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation ->
                        assertThat(operation.path("summary").asString(""))
                            .as(operation.path("operationId").asString(""))
                            .isNotBlank()));
  }

  @Test
  void describesDocumentsAsObjectsAndNotAsJavaClasses() {
    JsonNode description = get("/v3/api-docs").json();

    assertThat(description.path("components").path("schemas").propertyNames())
        .contains("ExecutionView")
        .doesNotContain("ObjectNode", "JsonNode");
  }
}
