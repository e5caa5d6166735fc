package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Every operation there is, tried by somebody who may not: bob reads {@code vault} and may do
 * nothing else there; of {@code sealed} he may not know.
 */
class PermissionsApiTests extends ApiContract {

  private static final String PIPELINE =
      "{\"application\":\"vault\",\"name\":\"Open\",\"id\":\"{config}\"}";
  private static final String ORDER =
      "{\"application\":\"vault\",\"idsToIndices\":{\"{config}\":3}}";
  private static final String TASK =
      "{\"application\":\"vault\",\"job\":[{\"type\":\"wait\",\"waitTime\":1}]}";

  /** What anybody who is signed in may ask; none of it belongs to an application. */
  private static final List<String> OPEN =
      List.of(
          "GET /api/version",
          "GET /api/capabilities/expressions",
          "GET /api/auth/user",
          "GET /api/credentials",
          "GET /api/credentials/{account}",
          "GET /api/stageTypes",
          "GET /api/stageTypes/{type}",
          "POST /api/pipelines/check",
          // refuses each pipeline for itself, see PipelineBatchesApiTests
          "POST /api/pipelines/bulksave");

  /** Tried on {@code sealed}; refused for want of READ. */
  private static final List<String> READ =
      List.of(
          "GET /api/applications/{application}",
          "GET /api/applications/{application}/pipelineConfigs",
          "GET /api/applications/{application}/pipelineConfigs/{name}",
          "GET /api/pipelineConfigs/{config}/history",
          "GET /api/pipelines/{id}",
          "GET /api/pipelines/{id}/events",
          "GET /api/pipelines/{id}/export",
          "GET /api/pipelines/{id}/evaluateExpression?expression=1",
          "GET /api/pipelines/{id}/{stageId}/evaluateExpression?expression=1",
          "GET /api/applications/{application}/pipelines",
          "GET /api/applications/{application}/executions/search",
          "GET /api/applications/{application}/tasks",
          "GET /api/tasks/{id}",
          "GET /api/applications/{application}/clusters",
          "GET /api/applications/{application}/clusters/{account}",
          "GET /api/applications/{application}/clusters/{account}/{cluster}",
          "GET /api/applications/{application}/clusters/{account}/{cluster}/{provider}",
          "GET /api/applications/{application}/clusters/{account}/{cluster}/{provider}/serverGroups",
          "GET /api/applications/{application}/clusters/{account}/{cluster}/{provider}/serverGroups/{group}",
          "GET /api/applications/{application}/clusters/{account}/{cluster}/{provider}/{region}/serverGroups/target/current",
          "GET /api/applications/{application}/serverGroups",
          "GET /api/applications/{application}/serverGroups/{account}/{region}/{group}",
          "GET /api/instances/{account}/{region}/{group}.0/files",
          "GET /api/instances/{account}/{region}/{group}.0/files/content?path=stdout",
          "GET /api/instances/{account}/{region}/{group}.0/files/download?path=stdout");

  /** Asked for by somebody who may see nothing of {@code sealed}: they do not name it. */
  private static final List<String> LISTS =
      List.of(
          "GET /api/applications",
          "GET /api/pipelineConfigs",
          "GET /api/executions?pipelineConfigIds={config}",
          "GET /api/executions?executionIds={id}",
          "GET /api/serverGroups?applications={application}",
          "GET /api/serverGroups?ids={account}:{region}:{group}",
          "GET /api/instances/{account}/{region}/{group}.1",
          "GET /api/search?q=seal",
          "GET /api/judgments?mine=false",
          "GET /api/applications/*/executions/search?size=500");

  /** Tried on {@code vault}: what is needed, then the request. */
  private static final List<String> CHANGES =
      List.of(
          "READ POST /api/pipelines/sealed/Open/plan {}",
          "READ POST /api/pipelines/{hidden}/evaluateExpression 1",
          "READ POST /api/pipelines/{hidden}/x/evaluateExpression 1",
          "WRITE POST /api/pipelines " + PIPELINE,
          "WRITE PUT /api/pipelines/{config} " + PIPELINE,
          "WRITE DELETE /api/pipelines/{application}/{name}",
          "WRITE POST /api/pipelines/move {\"application\":\"vault\",\"from\":\"Open\",\"to\":\"Shut\"}",
          "WRITE POST /api/actions/pipelines/reorder " + ORDER,
          "WRITE POST /api/pipelines/reorder " + ORDER,
          "WRITE POST /api/applications {\"name\":\"vault\"}",
          "WRITE POST /api/applications {\"name\":\"brandnew\"}",
          "WRITE DELETE /api/applications/{application}",
          "WRITE DELETE /api/pipelines/{id}",
          "EXECUTE POST /api/pipelines/{application}/{name} {}",
          "EXECUTE PUT /api/pipelines/{id}/cancel",
          "EXECUTE PUT /api/applications/{application}/pipelines/{id}/cancel",
          "EXECUTE PUT /api/pipelines/{id}/pause",
          "EXECUTE PUT /api/pipelines/{id}/resume",
          "EXECUTE PATCH /api/pipelines/{id}/stages/{stageId} {\"skipRemainingWait\":true}",
          "EXECUTE PUT /api/pipelines/{id}/stages/{stageId}/restart",
          "EXECUTE POST /api/tasks " + TASK,
          "EXECUTE POST /api/applications/{application}/tasks " + TASK,
          "EXECUTE PUT /api/tasks/{id}/cancel",
          "EXECUTE PUT /api/applications/{application}/tasks/{id}/cancel",
          "admin GET /api/engine");

  private final Map<String, String> names = new LinkedHashMap<>();

  @BeforeEach
  void places() {
    names.putAll(Map.of("account", "test", "region", "east", "provider", "memory"));
  }

  @Test
  void readingNeedsRead() {
    prepare("sealed", "[\"admin\"]");

    for (String operation : READ) {
      refuses("READ", "GET", operation.substring(4), null);
    }
    for (String operation : LISTS) {
      String[] parts = operation.split(" ");
      Reply answer = send("bob", parts[0], fill(parts[1]), null);
      assertThat(answer.status()).as(operation).isIn(200, 403, 404);
      assertThat(answer.json().path("results").size()).as(operation + answer.text()).isZero();
      assertThat(answer.json().findValuesAsString("application"))
          .as(operation + answer.text())
          .doesNotContain("sealed");
      assertThat(send("ann", parts[0], fill(parts[1]), null).text()).as(operation).contains("seal");
    }
  }

  @Test
  void changingNeedsWriteAndSteeringNeedsExecute() {
    prepare("sealed", "[\"admin\"]");
    names.put("hidden", names.get("id"));
    prepare("vault", "[\"readers\"]");

    for (String change : CHANGES) {
      String[] parts = change.split(" ", 4);
      refuses(parts[0], parts[1], parts[2], parts.length < 4 ? null : parts[3]);
    }
    assertThat(get("/api/applications/vault/pipelineConfigs").json())
        .singleElement()
        .satisfies(p -> assertThat(p.path("revision").intValue()).isEqualTo(1));
    assertThat(get(fill("/api/pipelines/{id}")).json().path("status").stringValue())
        .isEqualTo("RUNNING");
  }

  @Test
  void noOperationIsLeftOut() {
    List<String> tried =
        Stream.of(OPEN, READ, LISTS, CHANGES)
            .flatMap(List::stream)
            .map(
                each ->
                    each.replaceFirst("^(READ|WRITE|EXECUTE|admin) ", "").replaceAll("[?].*", ""))
            .map(each -> each.replaceAll("^(\\S+ \\S+).*", "$1"))
            .toList();
    JsonNode paths = get("/v3/api-docs").json().path("paths");

    assertThat(paths.size()).isGreaterThan(40);
    paths.forEachEntry(
        (path, operations) ->
            operations
                .propertyNames()
                .forEach(
                    method ->
                        assertThat(tried)
                            .as("%s %s has its place in the lists above", method, path)
                            .anyMatch(
                                each ->
                                    each.matches(
                                        pattern(method.toUpperCase(Locale.ROOT) + " " + path)))));
  }

  @Test
  void aPipelineCannotBeTakenOutOfAnApplicationOneMayNotChange() {
    prepare("vault", "[\"readers\"]");
    post("/api/applications", "{\"name\":\"garden\",\"permissions\":{\"WRITE\":[\"readers\"]}}");
    String body =
        "{\"application\":\"garden\",\"name\":\"Open\",\"id\":\"%s\"}"
            .formatted(names.get("config"));

    Reply refused = send("bob", "POST", "/api/pipelines", body);

    assertThat(refused.problem()).isEqualTo("not-permitted");
    assertThat(refused.json().path("on").stringValue()).isEqualTo("vault");
    assertThat(get("/api/applications/garden/pipelineConfigs").json()).isEmpty();
  }

  private void prepare(String application, String readers) {
    send("ann", "DELETE", "/api/applications/" + application, null);
    post(
        "/api/applications",
        ("{\"name\":\"%s\",\"permissions\":{\"READ\":%s,\"WRITE\":[\"admin\"],"
                + "\"EXECUTE\":[\"admin\"],\"JUDGE\":[\"admin\"]}}")
            .formatted(application, readers));
    post(
        "/api/pipelines",
        ("{\"application\":\"%s\",\"name\":\"Open\",\"stages\":["
                + "{\"type\":\"manualJudgment\",\"refId\":\"1\"},"
                + "{\"type\":\"wait\",\"refId\":\"2\",\"waitTime\":3600}]}")
            .formatted(application));
    cloud.add("east", application + "-web-v001", "web:1", 1);
    JsonNode config = get("/api/applications/" + application + "/pipelineConfigs/Open").json();
    String run =
        post("/api/pipelines/" + application + "/Open", "{}").json().path("ref").stringValue();
    JsonNode running = awaitStatus("/api" + run, "RUNNING");
    names.put("application", application);
    names.put("name", "Open");
    names.put("config", config.path("id").stringValue());
    names.put("cluster", application + "-web");
    names.put("group", application + "-web-v001");
    names.put("id", run.substring(run.lastIndexOf('/') + 1));
    names.put("stageId", running.path("stages").get(1).path("id").stringValue());
    org.awaitility.Awaitility.await()
        .until(() -> get("/api/judgments?mine=false").text().contains(application));
  }

  private void refuses(String needed, String method, String path, String body) {
    Reply refused =
        send(
            "bob",
            method,
            fill(path),
            body == null ? null : fill(body),
            path.endsWith("evaluateExpression") ? "text/plain" : "application/json");
    assertThat(refused.problem()).as(method + path + refused.text()).isEqualTo("not-permitted");
    assertThat(refused.json().path("needed").stringValue()).as(path).isEqualTo(needed);
  }

  private static String pattern(String operation) {
    return operation.replaceAll("[{][^}]+[}]", "[^/]+");
  }

  private String fill(String path) {
    String filled = path;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }
}
