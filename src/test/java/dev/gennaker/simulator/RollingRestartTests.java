package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rolling restarts keep between the floor and the ceiling, as recorded for these strategies. */
class RollingRestartTests {

  /**
   * Expected is what could be seen at the recorded servers: pairs of old and new tasks, as they
   * follow each other.
   */
  @ParameterizedTest(name = "{0} instances, at least {1}, at most {2} over")
  @CsvSource(
      textBlock =
          """
          4, 1,    1,    4+0 4+4 0+4
          4, 1,    0,    4+0 4+1 3+1 3+2 2+2 2+3 1+3 1+4 0+4
          4, 0.5,  0,    4+0 2+0 2+2 0+2 0+4
          4, 0,    0,    4+0 0+0 0+4
          4, 1,    0.25, 4+0 4+1 3+1 3+2 2+2 2+3 1+3 1+4 0+4
          1, 1,    0,    1+0 1+1 0+1
          1, 0,    0,    1+0 0+0 0+1
          3, 0.5,  0,    3+0 2+0 2+1 1+1 1+2 0+2 0+3
          """)
  void followsTheRecordedSteps(int instances, double min, double over, String expected) {
    try (StillCluster still = StillCluster.start()) {
      List<int[]> seen = restart(still, instances, instances, min, over);
      assertThat(seen.stream().map(s -> s[0] + "+" + s[1]).distinct().toList())
          .containsExactly(expected.trim().split(" "));
    }
  }

  @ParameterizedTest(name = "{0} to {1} instances, at least {2}, at most {3} over")
  @CsvSource({
    "4, 4, 0.5, 0.5",
    "4, 4, 0.75, 0.25",
    "4, 6, 1, 1",
    "4, 2, 1, 1",
    "10, 10, 0.3, 0.2",
    "7, 7, 1, 0",
    "5, 5, 0, 1"
  })
  void staysBetweenFloorAndCeiling(int from, int to, double min, double over) {
    try (StillCluster still = StillCluster.start()) {
      List<int[]> seen = restart(still, from, to, min, over);
      int floor = (int) Math.ceil(Math.min(from, to) * min);
      int ceiling = Math.max(from, (int) Math.floor(to * (1 + over)));
      ceiling += floor == ceiling ? 1 : 0;
      for (int[] moment : seen) {
        assertThat(moment[2]).as("running").isGreaterThanOrEqualTo(floor);
        assertThat(moment[0] + moment[1]).as("there").isLessThanOrEqualTo(ceiling);
      }
      assertThat(seen.getLast()).containsExactly(0, to, to);
    }
  }

  /** Old, new and running tasks at every change until the deployment is over. */
  private static List<int[]> restart(
      StillCluster still, int from, int to, double min, double over) {
    String strategy =
        "\"upgradeStrategy\":{\"minimumHealthCapacity\":"
            + min
            + ",\"maximumOverCapacity\":"
            + over
            + "}";
    still.running(
        "{\"id\":\"/u\",\"cmd\":\"sleep 1\",\"instances\":" + from + "," + strategy + "}");
    still.marathon.put("/v2/apps/u", "{\"cmd\":\"sleep 2\",\"instances\":" + to + "}").expect(200);
    String version = still.app("/u").get("version").asString();
    List<int[]> seen = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      seen.add(look(still, version));
      if (still.deployments().isEmpty()) {
        return seen;
      }
      still.pass(0.1);
    }
    throw new AssertionError("the deployment never ends: " + still.deployments());
  }

  private static int[] look(StillCluster still, String version) {
    int old = 0;
    int fresh = 0;
    int running = 0;
    for (JsonNode task : still.tasks("/u")) {
      boolean isNew = task.get("version").asString().equals(version);
      fresh += isNew ? 1 : 0;
      old += isNew ? 0 : 1;
      running += task.get("state").asString().equals("TASK_RUNNING") ? 1 : 0;
    }
    return new int[] {old, fresh, running};
  }
}
