package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the knobs of one application take, as labels and by API. */
class KnobTests {

  private static final String APP = "{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"labels\":%s}";
  private static final String POD =
      "{\"id\":\"/p\",\"containers\":[{\"name\":\"c\",\"resources\":{\"cpus\":0.1,\"mem\":32}}],\"labels\":%s}";

  @ParameterizedTest
  @CsvSource({
    "SIM_STAGE_SECONDS, soon",
    "SIM_STAGE_SECONDS, -1",
    "SIM_STAGE_SECONDS, ''",
    "SIM_OFFER_SECONDS, NaN",
    "SIM_START_SECONDS, Infinity",
    "SIM_HEALTHY_SECONDS, 1e999",
    "SIM_READY_SECONDS, 9999999999",
    "SIM_KILL_SECONDS, true",
    "SIM_NO_OFFERS, perhaps",
    "SIM_NEVER_RUNNING, 1",
    "SIM_NEVER_HEALTHY, yes",
    "SIM_NEVER_READY, ''",
    "SIM_NEVER_KILLED, no",
    "SIM_FAIL, -3",
    "SIM_FAIL, 1.5",
    "SIM_FAIL, 9999999999",
    "SIM_CRASH_LOOP, often",
    "SIM_FINISH, -1",
    "SIM_FLAP, NaN",
    "SIM_NOPE, 1",
    "SIM_, 1",
    "SIM_fail, true"
  })
  void refusesWhatWouldTurnNothing(String label, String value) {
    String labels = labels(label, value);
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/there\",\"cmd\":\"sleep 1\"}");
      for (var reply :
          new MarathonCalls.Reply[] {
            still.marathon.post("/v2/apps", APP.formatted(labels)),
            still.marathon.put("/v2/apps/b", "{\"cmd\":\"sleep 1\",\"labels\":" + labels + "}"),
            still.marathon.put("/v2/apps/there", "{\"labels\":" + labels + "}"),
            still.marathon.call("PATCH", "/v2/apps/there", "{\"labels\":" + labels + "}"),
            still.marathon.put("/v2/apps", "[" + APP.formatted(labels) + "]"),
            still.marathon.put("/v2/groups", "{\"apps\":[" + APP.formatted(labels) + "]}"),
            still.marathon.post("/v2/pods", POD.formatted(labels))
          }) {
        reply.expect(422);
        assertThat(reply.at("/message").asString()).isEqualTo("Object is not valid");
        assertThat(reply.at("/details/0/path").asString()).isEqualTo("/labels/" + label);
        assertThat(reply.at("/details/0/errors/0").asString()).containsAnyOf("must be", label);
      }
      assertThat(still.marathon.get("/v2/apps").at("/apps")).hasSize(1);
      if (!label.equals("SIM_fail")) {
        control(still).call("PATCH", "/simulator/apps/there", labels).expect(400);
        assertThat(control(still).get("/simulator").at("/apps")).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SIM_STAGE_SECONDS, 0",
    "SIM_STAGE_SECONDS, ' 2.5 '",
    "SIM_NO_OFFERS, FALSE",
    "SIM_FAIL, true",
    "SIM_FAIL, 3",
    "SIM_FAIL_MESSAGE, what you like",
    "SIM_CRASH_LOOP, 0.5",
    "SIM_FINISH, false",
    "SIM_FLAP, True",
    "sim_fail, whatever",
    "SIMPLE, whatever"
  })
  void takesWhatItUnderstandsAndLeavesOtherLabelsAlone(String label, String value) {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post("/v2/apps", APP.formatted(labels(label, value))).expect(201);
      still.marathon.post("/v2/pods", POD.formatted(labels(label, value))).expect(201);
      still.pass(30);
      assertThat(still.app("/a").at("/labels/" + label).asString()).isEqualTo(value);
    }
  }

  @Test
  void turnsAllKnobsOrNone() {
    try (StillCluster still = StillCluster.start()) {
      for (String bad :
          new String[] {
            "{\"SIM_FAIL\":2,\"SIM_FLAP\":\"x\"}", "{\"SIM_FAIL\":[1]}", "{\"SIM_FAIL\":{}}"
          }) {
        control(still).call("PATCH", "/simulator/apps/a", bad).expect(400);
      }
      assertThat(control(still).get("/simulator").at("/apps")).isEmpty();
      control(still).call("PATCH", "/simulator/apps/a", "{\"fail\":2,\"FLAP\":0.5}").expect(200);
      control(still).call("PATCH", "/simulator/apps/a", "{\"SIM_FAIL\":null}").expect(200);
      assertThat(control(still).get("/simulator").at("/apps").toString())
          .isEqualTo("{\"a\":{\"SIM_FLAP\":\"0.5\"}}".replace("\"a\"", "\"/a\""));
    }
  }

  private static String labels(String label, String value) {
    return JsonNodeFactory.instance.objectNode().put(label, value).toString();
  }

  private static MarathonCalls control(StillCluster still) {
    return new MarathonCalls(still.cluster.baseUrl());
  }
}
