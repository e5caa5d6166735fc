package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Turning the cluster by API and by command line. */
class ControlTests {

  private static MarathonCalls control(StillCluster still) {
    return new MarathonCalls(still.cluster.baseUrl());
  }

  @Test
  void turnsKnobsAndRefusesWhatAreNone() {
    try (StillCluster still = StillCluster.start()) {
      JsonNode knobs =
          control(still)
              .call("PATCH", "/simulator/knobs", "{\"stageSeconds\":7,\"speed\":2}")
              .expect(200)
              .at("");
      assertThat(knobs.get("stageSeconds").asDouble()).isEqualTo(7);
      assertThat(knobs.get("offerSeconds").asDouble()).isEqualTo(0.2);
      assertThat(knobs.get("speed").asDouble()).isEqualTo(2);
      for (String bad :
          new String[] {
            "{\"nope\":1}",
            "{\"stageSeconds\":-1}",
            "{\"stageSeconds\":1e999}",
            "{\"speed\":0}",
            "{\"speed\":1e999}",
            "{\"noOffers\":1}",
            "{"
          }) {
        control(still).call("PATCH", "/simulator/knobs", bad).expect(400);
      }
      control(still).get("/simulator/nope").expect(404);
      control(still).get("/simulator").expect(200);
    }
  }

  @Test
  void speedShortensWhatIsStillToCome() {
    try (StillCluster still = StillCluster.start()) {
      still.marathon.post(
          "/v2/apps",
          "{\"id\":\"/slow\",\"cmd\":\"sleep 1\",\"labels\":{\"SIM_STAGE_SECONDS\":\"100\"}}");
      still.pass(10.2);
      control(still).call("PATCH", "/simulator/knobs", "{\"speed\":10}").expect(200);
      still.pass(8.9);
      assertThat(still.app("/slow").get("tasksRunning").asInt()).isZero();
      still.pass(0.2);
      assertThat(still.app("/slow").get("tasksRunning").asInt()).isEqualTo(1);
    }
  }

  @Test
  void actsOnSingleTasksAndApplications() {
    try (StillCluster still = StillCluster.start()) {
      still.running("{\"id\":\"/a\",\"cmd\":\"sleep 1\"}");
      String task = still.taskId("/a");
      control(still)
          .post("/simulator/tasks/" + task, "{\"state\":\"TASK_FAILED\",\"message\":\"boom\"}")
          .expect(204);
      assertThat(still.app("/a").at("/lastTaskFailure/message").asString()).isEqualTo("boom");
      control(still).post("/simulator/tasks/none", "{\"state\":\"TASK_FAILED\"}").expect(404);
      control(still).post("/simulator/tasks/" + task, "{\"state\":\"TASK_ODD\"}").expect(400);
      control(still).post("/simulator/tasks/" + task, "{\"stat\":\"TASK_FAILED\"}").expect(400);
      control(still)
          .call("PATCH", "/simulator/apps/a", "{\"SIM_NO_OFFERS\":true,\"SIM_NOPE\":1}")
          .expect(400);
      assertThat(control(still).get("/simulator").at("/apps")).isEmpty();
      control(still).call("PATCH", "/simulator/apps/a", "{\"SIM_NO_OFFERS\":true}").expect(200);
      control(still).post("/simulator/advance", "{\"seconds\":30}").expect(204);
      assertThat(still.queue()).hasSize(1);
    }
  }

  @Test
  void refusesToSeedWhatNoMachineHolds() {
    try (StillCluster still = StillCluster.start()) {
      for (String bad :
          new String[] {"{\"apps\":-1}", "{\"apps\":1e9}", "{\"apps\":1,\"tasks\":9000000}"}) {
        control(still).post("/simulator/seed", bad).expect(400);
      }
      assertThat(still.marathon.get("/v2/apps").at("/apps")).isEmpty();
    }
  }

  @Test
  void seedsABigClusterQuickly() {
    try (StillCluster still = StillCluster.start()) {
      long start = System.nanoTime();
      still.cluster.seed(1000, 10_000);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      JsonNode apps = still.marathon.get("/v2/apps").expect(200).at("/apps");
      assertThat(apps).hasSize(1000);
      long running = 0;
      for (JsonNode app : apps) {
        running += app.get("tasksRunning").asInt();
        assertThat(app.get("deployments")).isEmpty();
      }
      assertThat(running).isEqualTo(10_000);
      assertThat(still.marathon.get("/v2/tasks").at("/tasks")).hasSize(10_000);
      still
          .marathon
          .put("/v2/apps/seed/team-0/service-0000-v000", "{\"instances\":11}")
          .expect(200);
      still.pass(5);
      assertThat(still.deployments()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port x           | --port must be a whole number from 0 to 65535, not "x".
          --port             | --port needs a value.
          --wat 1            | There is no option --wat.
          apps               | "apps" is not an option.
          --security maybe   | --security must be on or off, not "maybe".
          --follow 1.7       | --follow must be 1.6 or 1.11, not "1.7".
          --speed 0          | --speed must be a number above 0 and up to 1000, not "0".
          --tasks 10         | --tasks needs --apps.
          --user me          | --user must look like UID:VALUE.
          """)
  void tellsInOneSentenceWhatIsWrongWithTheCommandLine(String line, String sentence) {
    assertThatThrownBy(() -> SimulatorOptions.read(line.trim().split(" +")))
        .hasMessage(sentence.trim());
  }

  @Test
  void readsTheCommandLine() {
    SimulatorOptions options =
        SimulatorOptions.read(
            "--port 0 --apps 3 --tasks 9 --security on --user a:b --follow 1.6 --speed 5"
                .split(" "));
    assertThat(options.settings().security()).isTrue();
    assertThat(options.settings().users()).containsEntry("a", "b");
    assertThat(options.settings().follow()).isEqualTo("1.6");
    assertThat(options.settings().speed()).isEqualTo(5);
    assertThat(options.apps()).isEqualTo(3);
  }
}
