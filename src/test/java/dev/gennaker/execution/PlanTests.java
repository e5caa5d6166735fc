package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.database.OnH2;
import dev.gennaker.execution.ExecutionPlan.Step;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes.Effect;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Plans follow the engine's own rules, and do nothing. */
@ApplicationModuleTest(BootstrapMode.ALL_DEPENDENCIES)
@OnH2
@Import(EngineTestConfiguration.class)
class PlanTests extends EngineScene {

  @Test
  void saysOfUnknownWorkThatItIsUnknownAndDoesNotDoIt() {
    scripted.script(
        "act",
        stage -> {
          throw new AssertionError("it acted");
        });

    ExecutionPlan plan = plan(List.of(Runs.scripted("1", "a", "act"), Runs.stage("2", "b", "1")));

    assertThat(plan.expected()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(plan.steps())
        .allSatisfy(
            step ->
                assertThat(step.effects())
                    .extracting(Effect::text)
                    .containsExactly("What it does outside is not known before it runs"));
    assertThat(executions.list(ExecutionQuery.newest(10), DEV))
        .extracting(ExecutionHeader::id)
        .noneMatch(id -> id.startsWith("plan"));
  }

  @Test
  void skipsAndFailsAsTheRunWould() {
    Map<String, Object> skipped = Runs.stage("1", "skipped");
    skipped.put("stageEnabled", Map.of("type", "expression", "expression", "1 > 2"));
    Map<String, Object> broken = Runs.stage("2", "broken", "1");
    broken.put("value", "${nobody}");
    Map<String, Object> retried = Map.of("maxAttempts", 50);
    broken.put("retry", retried);

    ExecutionPlan plan = plan(List.of(skipped, broken, Runs.stage("3", "after", "2")));

    assertThat(plan.expected()).isEqualTo(ExecutionStatus.TERMINAL);
    assertThat(plan.reason()).startsWith("broken: $.value has no value");
    assertThat(plan.steps())
        .extracting(Step::expected)
        .containsExactly(
            ExecutionStatus.SKIPPED, ExecutionStatus.TERMINAL, ExecutionStatus.NOT_STARTED);
    assertThat(plan.steps().getFirst().reason()).contains("1 > 2");
    assertThat(plan.clear()).isFalse();
  }

  @Test
  void countsTheTimeThatWindowsTake() {
    int hour = clock.instant().plus(Duration.ofHours(3)).atOffset(ZoneOffset.UTC).getHour();
    Map<String, Object> nightly = Runs.stage("1", "nightly");
    nightly.put("restrictExecutionDuringTimeWindow", true);
    nightly.put(
        "restrictedExecutionWindow",
        Map.of("whitelist", List.of(Map.of("startHour", hour, "endHour", hour, "endMin", 59))));

    ExecutionPlan plan = plan(List.of(nightly));

    assertThat(plan.atLeast()).isBetween(Duration.ofHours(2), Duration.ofHours(3));
    assertThat(plan.steps().getFirst().effects().getFirst().text()).startsWith("May start in");
  }

  @Test
  void saysWhomItWouldWaitFor() {
    scripted.script(
        "held", s -> new Outcome.Held(dev.gennaker.stage.Waiting.on("x"), null, Map.of()));
    StartRequest request =
        Runs.request(
            Map.of("limitConcurrent", true, "stages", List.of(Runs.scripted("1", "held", "held"))),
            Map.of());
    String running = executions.start(request, DEV);
    awaitWaiting(running, "x");

    assertThat(executions.plan(request, DEV).before())
        .singleElement()
        .asString()
        .contains("Waits for run " + running);
  }

  @Test
  void refusesWhatCouldNotStartAndToRunADryRun() {
    StartRequest unknown = Runs.request(List.of(Map.of("refId", "1", "type", "fancy")), Map.of());
    assertThatThrownBy(() -> executions.plan(unknown, DEV)).isInstanceOf(PipelineInvalid.class);
    StartRequest dry = Runs.request(Runs.chain("a"), Map.of("dryRun", true));
    assertThatThrownBy(() -> executions.start(dry, DEV)).isInstanceOf(NotPossible.class);
  }

  private ExecutionPlan plan(List<Map<String, Object>> stages) {
    return executions.plan(Runs.request(stages, Map.of()), DEV);
  }
}
