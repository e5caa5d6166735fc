package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The run-job stage on a simulated Metronome: nothing runs twice, nothing runs on. */
class RunJobStageTests extends JobScenario {

  private final StubContext context = new StubContext();

  private static Map<String, Object> settings(String... labels) {
    Map<String, Object> settings = new HashMap<>(body("stage.job", labels));
    settings.put("credentials", "demo");
    settings.put("region", "dcos-east");
    return settings;
  }

  private CloudStages stages() {
    return new CloudStages(MemoryCloud.clouds(provider()));
  }

  /** Looks until it ends; each answer is lost once, as by a crash before it was remembered. */
  private Outcome end(Map<String, Object> settings) {
    CloudStages stages = stages();
    Outcome[] last = new Outcome[1];
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              stages.look("runJob", settings, context);
              last[0] = stages.look("runJob", settings, context);
              if (last[0] instanceof Outcome.LookAgain again) {
                context.memory.putAll(again.memory());
              }
              return !(last[0] instanceof Outcome.LookAgain);
            });
    return last[0];
  }

  @Test
  void runsOnceThoughEveryAnswerIsForgottenOnce() {
    Outcome outcome = end(settings());

    assertThat(((Outcome.Done) outcome).outputs()).containsEntry("exitCode", 0);
    assertThat(starts()).hasSize(1);
    assertThat(cluster.requestLog().find("POST", CREATES)).hasSize(1);
  }

  @Test
  void putsOutWhatItWroteIntoItsPropertyFile() {
    Map<String, Object> settings = settings();
    settings.put("propertyFile", "./conf/app.properties");

    Map<String, Object> outputs = ((Outcome.Done) end(settings)).outputs();

    assertThat(outputs).containsEntry("task", outputs.get("taskId")).containsKey("agent");
    assertThat(outputs.get("propertyFileContents"))
        .isEqualTo(Map.of("task", outputs.get("task"), "agent", outputs.get("agent")));
    assertThat(outputs).containsEntry("exitCode", 0);
  }

  @Test
  void failsWhereThePropertyFileIsNeverThere() {
    Map<String, Object> settings = settings();
    settings.put("propertyFile", "out/missing.json");
    StubContext late = context;
    Outcome[] last = {null};
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> {
              last[0] = stages().look("runJob", settings, late);
              if (last[0] instanceof Outcome.LookAgain again) {
                late.memory.putAll(again.memory());
                if (again.waiting().reason().contains("property file")) {
                  assertThat(again.waiting().reason()).contains("out/missing.json", "tried again");
                  late.now = late.now.plusSeconds(30);
                }
              }
              return !(last[0] instanceof Outcome.LookAgain);
            });
    assertThat(((Outcome.Failed) last[0]).reason())
        .contains("The property file out/missing.json of", "cannot be read");
    assertThat(starts()).hasSize(1);
  }

  @Test
  void failsAsTheJobFails() {
    Outcome.Failed failed = (Outcome.Failed) end(settings("SIM_EXIT_CODE", "4"));

    assertThat(failed.reason()).contains("exited with status 4");
    assertThat(failed.evidence()).containsEntry("exitCode", 4);
    assertThat(starts()).hasSize(1);
  }

  @Test
  void stopsTheRunWhenItIsCancelledThoughItsStartWasForgotten() {
    Map<String, Object> settings = settings("SIM_NEVER_ENDS", "true");
    CloudStages stages = stages();
    Outcome decided = stages.look("runJob", settings, context);
    context.memory.putAll(((Outcome.LookAgain) decided).memory());
    stages.look("runJob", settings, context);
    assertThat(starts()).hasSize(1);

    stages.cancel("runJob", settings, context);

    assertThat(cluster.requestLog().find("POST", "/actions/stop$")).hasSize(1);
    assertThat(end(settings)).isInstanceOf(Outcome.Failed.class);
    assertThat(starts()).hasSize(1);
  }
}
