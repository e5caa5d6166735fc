package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the event stream says, and how it breaks. */
class EventStreamTests {

  private static final String APP = "{\"id\":\"/a\",\"cmd\":\"sleep 1\",\"instances\":1}";

  @Test
  void tellsACreationInOrder() throws Exception {
    try (StillCluster still = StillCluster.start();
        EventReader events = EventReader.open(still.cluster.marathonUrl(), "")) {
      still.running(APP);
      await().until(() -> events.types().contains("deployment_success"));
      assertThat(events.types())
          .containsExactly(
              "event_stream_attached",
              "deployment_info",
              "deployment_step_success",
              "deployment_info",
              "group_change_success",
              "api_post_event",
              "instance_changed_event",
              "instance_changed_event",
              "status_update_event",
              "instance_changed_event",
              "deployment_step_success",
              "deployment_success");
      List<String> conditions =
          events.events().stream()
              .filter(e -> e.has("condition"))
              .map(e -> e.get("condition").asString())
              .toList();
      assertThat(conditions).containsExactly("Scheduled", "Provisioned", "Running");
      JsonNode posted = events.events().get(5);
      assertThat(posted.at("/appDefinition/cpus").toString()).as("whole numbers").isEqualTo("1");
      assertThat(posted.at("/uri").asString()).isEqualTo("/v2/apps");
      assertThat(posted.at("/appDefinition/portDefinitions/0/port").asInt()).isZero();
    }
  }

  @Test
  void olderMarathonSendsHeavyPlansUnlessAskedNotTo() throws Exception {
    try (StillCluster still = StillCluster.start(StillCluster.SETTINGS.following("1.6"));
        EventReader heavy =
            EventReader.open(still.cluster.marathonUrl(), "?event_type=deployment_success");
        EventReader light =
            EventReader.open(
                still.cluster.marathonUrl(), "?event_type=deployment_success&plan-format=light")) {
      still.running(APP);
      await().until(() -> heavy.events().size() == 1 && light.events().size() == 1);
      assertThat(heavy.events().getFirst().at("/plan/target/apps/0/id").asString()).isEqualTo("/a");
      assertThat(light.events().getFirst().get("plan").has("target")).isFalse();
    }
  }

  @Test
  void refusesWhoDoesNotAskForAStream() {
    try (StillCluster still = StillCluster.start()) {
      for (String accept : List.of("application/json", "*/*")) {
        still.marathon.call("GET", "/v2/events", null, "Accept", accept).expect(405);
      }
    }
  }

  @Test
  void canBeCutSilencedAndMadeToLoseEvents() throws Exception {
    try (StillCluster still = StillCluster.start()) {
      try (EventReader cut = EventReader.open(still.cluster.marathonUrl(), "")) {
        await().until(() -> still.cluster.eventReaders() == 1);
        still.cluster.cutEvents();
        await().until(cut::ended);
      }
      try (EventReader events = EventReader.open(still.cluster.marathonUrl(), "")) {
        await().until(() -> events.types().size() == 1);
        still.cluster.turn(k -> k.loseEvents(3));
        still.running(APP);
        await().until(() -> events.types().contains("deployment_success"));
        assertThat(events.types().indexOf("group_change_success")).isEqualTo(1);
        still.marathon.call("GET", "/v2/info", null);
        new MarathonCalls(still.cluster.baseUrl())
            .call("PATCH", "/simulator/knobs", "{\"eventsSilent\":true}")
            .expect(200);
        int before = events.types().size();
        still.marathon.delete("/v2/apps/a").expect(200);
        still.pass(5);
        assertThat(events.ended()).isFalse();
        assertThat(events.types()).hasSize(before);
      }
    }
  }

  @Test
  void cutsOffWhoDoesNotRead() throws Exception {
    try (StillCluster still = StillCluster.start();
        var socket = new java.net.Socket("127.0.0.1", still.cluster.port())) {
      socket.setReceiveBufferSize(1024);
      socket
          .getOutputStream()
          .write(
              "GET /v2/events HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n"
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      await().until(() -> still.cluster.eventReaders() == 1);
      String wide = "x".repeat(100_000);
      await()
          .atMost(Duration.ofSeconds(30))
          .until(
              () -> {
                still.marathon.put(
                    "/v2/apps/w", "{\"cmd\":\"sleep " + wide + "\",\"instances\":0}");
                still.marathon.delete("/v2/apps/w");
                return still.cluster.eventReaders() == 0;
              });
    }
  }

  @Test
  void breaksWhenTheLeaderChanges() throws Exception {
    try (SimulatedCluster cluster = SimulatedCluster.start(SimulatorSettings.defaults());
        EventReader events = EventReader.open(cluster.marathonUrl(), "")) {
      MarathonCalls calls = new MarathonCalls(cluster.marathonUrl());
      String before = calls.get("/v2/leader").at("/leader").asString();
      await().until(() -> cluster.eventReaders() == 1);
      cluster.changeLeader(Duration.ofMillis(300));
      var reply = calls.get("/v2/apps").expect(502);
      assertThat(reply.at("/message").asString())
          .isEqualTo("Could not determine the current leader");
      await().until(events::ended);
      await().until(() -> calls.get("/v2/leader").status() == 200);
      assertThat(calls.get("/v2/leader").at("/leader").asString()).isNotEqualTo(before);
    }
  }
}
