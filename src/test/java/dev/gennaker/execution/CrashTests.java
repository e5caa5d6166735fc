package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.database.PostgresServer;
import dev.gennaker.simulator.Knobs;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes are killed again and again: nothing is lost, and nothing is done twice. */
class CrashTests {

  @TempDir Path logs;

  @Test
  void nothingIsLostAndNothingDoneTwice() throws Exception {
    CrashRun.Result result = crash(logs, 6, 40);

    assertThat(result.lost()).as(result.toString()).isZero();
    assertThat(result.apps()).hasSize(result.executions());
    assertThat(result.createdNotOnce()).isEmpty();
  }

  /**
   * The long one, run by {@code bench/crash}.
   *
   * @param args kills and executions, 300 and 500 where nothing is said
   */
  public static void main(String[] args) throws Exception {
    int kills = args.length > 0 ? Integer.parseInt(args[0]) : 300;
    int executions = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    long from = System.nanoTime();
    CrashRun.Result result = crash(Files.createTempDirectory("gennaker-crash"), kills, executions);
    System.out.println(result);
    result.createdNotOnce().forEach(System.out::println);
    System.out.printf("after %.0f s%n", (System.nanoTime() - from) / 1e9);
    System.exit(result.lost() == 0 && result.createdNotOnce().isEmpty() ? 0 : 1);
  }

  private static CrashRun.Result crash(Path logs, int kills, int executions) throws Exception {
    try (SimulatedCluster cluster =
        SimulatedCluster.start(
            SimulatorSettings.defaults().withAgents(50).withKnobs(Knobs.DEFAULT))) {
      return new CrashRun(PostgresServer.createDatabase(), cluster, logs, System.nanoTime())
          .run(kills, executions);
    }
  }
}
