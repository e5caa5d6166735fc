package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The life of a pod, answer for answer as two real Marathons were recorded. */
class PodContractTests {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<Pattern, String> CHANCE =
      Map.of(
          Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"),
          "TIME",
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-S\\d+)?"),
          "UUID",
          Pattern.compile("\\b\\d+\\.\\d+\\.\\d+\\.\\d+\\b"),
          "HOST",
          Pattern.compile("\\[B@[0-9a-f]+"),
          "(byte[])\"\"");

  private String version = "";
  private String instance = "";

  @ParameterizedTest
  @ValueSource(strings = {"1.11", "1.6"})
  void answersAsRecorded(String generation) throws IOException {
    try (MarathonUnderTest marathon = MarathonUnderTest.open(generation)) {
      assumeTrue(marathon.old == generation.equals("1.6"), "the real one is of another generation");
      for (JsonNode row : Fixtures.read("pods-" + generation + ".json")) {
        if (row.get("method").asString().equals("GET")) {
          // What was asked for just before takes its time.
          await()
              .atMost(Duration.ofSeconds(30))
              .pollInterval(Duration.ofMillis(50))
              .untilAsserted(() -> ask(marathon.calls, row));
        } else {
          ask(marathon.calls, row);
        }
      }
    }
  }

  private void ask(MarathonCalls calls, JsonNode row) {
    String path =
        row.get("path").asString().replace("{version}", version).replace("{instance}", instance);
    String what = row.get("method").asString() + " " + path;
    var reply = calls.call(row.get("method").asString(), path, Fixtures.body(row));
    assertThat(reply.status())
        .as(what + " " + reply.raw().body())
        .isEqualTo(row.get("status").asInt());
    if (row.has("answer")) {
      assertThat(settled(reply.at(""), "")).as(what).isEqualTo(row.get("answer"));
    } else {
      assertThat(reply.raw().body()).as(what).isEmpty();
    }
    if (row.has("headers")) {
      row.get("headers")
          .forEach(name -> assertThat(reply.header(name.asString())).as(what).isNotEmpty());
    }
    if (path.equals("/v2/pods/pod1")) {
      version = reply.json() == null ? "" : reply.at("/version").asString();
    } else if (path.equals("/v2/pods/pod1::status")) {
      instance = reply.at("/instances/0/id").asString();
    }
  }

  /** An answer without what chance or the clock decides. */
  private static JsonNode settled(JsonNode node, String key) {
    if (node.isObject()) {
      ObjectNode out = JSON.objectNode();
      node.forEachEntry((name, value) -> out.set(text(name), settled(value, name)));
      // A Mesos message in base64, which the simulator does not have.
      return out.without(List.of("mesosStatus"));
    }
    if (key.equals("attributes")) {
      return JSON.arrayNode();
    }
    if (node.isArray()) {
      ArrayNode out = JSON.arrayNode();
      node.forEach(
          value -> out.add(key.equals("hostPorts") ? JSON.numberNode(1) : settled(value, "")));
      return out;
    }
    if (key.equals("allocatedHostPort")) {
      return JSON.numberNode(1);
    }
    return node.isString() ? JSON.stringNode(text(node.asString())) : node;
  }

  private static String text(String text) {
    String out = text;
    for (var chance : CHANCE.entrySet()) {
      out = chance.getKey().matcher(out).replaceAll(chance.getValue());
    }
    return out;
  }
}
