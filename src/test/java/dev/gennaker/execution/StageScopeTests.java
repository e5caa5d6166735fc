package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageScopeTests {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void seesItsOwnSettingsThenTheNearestAncestor() {
    assertThat(evaluate(Map.of("a", "${version}", "b", "${image}")))
        .containsEntry("a", "near")
        .containsEntry("b", "far-image");
    assertThat(evaluate(Map.of("version", "own", "a", "${version}"))).containsEntry("a", "own");
    assertThat(evaluate(Map.of("version", "${version}!"))).containsEntry("version", "near!");
  }

  @Test
  void evaluatesSettingsThatNameEachOther() {
    assertThat(evaluate(Map.of("a", "${b}+", "b", "${c}+", "c", "${parameters.p}")))
        .containsEntry("a", "1++");
    StageScope scope = scope("wait", Map.of("a", "${b}", "b", "${a}"));
    scope.evaluate();
    assertThat(scope.failures()).isNotEmpty();
  }

  @Test
  void goesIntoListsAndObjectsAndSaysWhereItFailed() {
    StageScope scope =
        scope("wait", Map.of("x", List.of(Map.of("a b", "${nothing}", "${parameters.p}", "k"))));

    assertThat(scope.evaluate()).containsEntry("x", List.of(Map.of("a b", "${nothing}", "1", "k")));
    assertThat(scope.failures())
        .extracting(StageScope.Failed::path)
        .containsExactly("$.x[0]['a b']");
  }

  @Test
  void leavesTheShellItsOwnVariables() {
    assertThat(evaluate(Map.of("cmd", "run --port ${PORT0} ${HOST:-x} --tag ${parameters.p}")))
        .containsEntry("cmd", "run --port ${PORT0} ${HOST:-x} --tag 1");
    StageScope elsewhere = scope("wait", Map.of("image", "${PORT0}"));
    elsewhere.evaluate();
    assertThat(elsewhere.failures()).hasSize(1);
  }

  @Test
  void letsAStageFailForNoComment() {
    assertThat(evaluate(Map.of("comments", "${#currentStage().outputs.log} of ${parameters.p}")))
        .containsEntry("comments", "${#currentStage().outputs.log} of ${parameters.p}");
    assertThat(evaluate(Map.of("comments", "${parameters.p}"))).containsEntry("comments", "1");
  }

  @Test
  void letsLaterVariablesUseEarlierOnes() {
    Map<String, Object> settings =
        Map.of(
            "variables",
            List.of(
                Map.of("key", "base", "value", "${parameters.p}"),
                Map.of("key", "twice", "value", "${base}${base}", "sourceValue", "${base}")));
    StageScope scope = scope("evaluateVariables", settings);

    assertThat(scope.evaluate().get("variables"))
        .isEqualTo(
            List.of(
                Map.of("key", "base", "value", "1"),
                Map.of("key", "twice", "value", "11", "sourceValue", "${base}")));
    assertThat(scope.failures()).isEmpty();
  }

  @Test
  void looksAtTheWholeExecution() {
    assertThat(
            evaluate(
                Map.of(
                    "a", "${execution.stages.?[name == 'far'][0].status}",
                    "b", "${#stage('near').outputs.version}",
                    "c", "${#stageExists('none')}",
                    "d", "${#currentStage().name} by ${#currentUser()}",
                    "e", "${#stageByRefId('1').hasSucceeded}",
                    "f", "${#pipelineId('other')}",
                    "g", "${#now().plusDays(1).format('yyyy-MM-dd')}")))
        .containsEntry("a", "SUCCEEDED")
        .containsEntry("b", "near")
        .containsEntry("c", false)
        .containsEntry("d", "this by dev")
        .containsEntry("e", true)
        .containsEntry("f", "shop/other")
        .containsEntry("g", "2026-03-02");
  }

  private static Map<String, Object> evaluate(Map<String, Object> settings) {
    StageScope scope = scope("wait", settings);
    Map<String, Object> evaluated = scope.evaluate();
    assertThat(scope.failures()).isEmpty();
    return evaluated;
  }

  private static StageScope scope(String type, Map<String, Object> settings) {
    Run run =
        Run.of(
            "run",
            List.of(
                new Created(
                    NOW,
                    Execution.Kind.PIPELINE,
                    "shop",
                    "Deploy",
                    "p",
                    1,
                    Map.of("type", "manual", "parameters", Map.of("p", "1")),
                    new Actor("dev", Set.of()),
                    Limits.NONE,
                    List.of(
                        new PlannedStage("a", "1", "x", "far", null, List.of(), Map.of(), false),
                        new PlannedStage(
                            "b", "2", "x", "near", null, List.of("1"), Map.of(), false),
                        new PlannedStage(
                            "c", "3", type, "this", null, List.of("2"), settings, false))),
                new StageStarted(NOW, "a", 1, Map.of(), NOW),
                ended("a", Map.of("version", "far", "image", "far-image")),
                new StageStarted(NOW, "b", 1, Map.of(), NOW),
                ended("b", Map.of("version", "near"))));
    RunStage stage = run.stage("c");
    return new StageScope(run, stage, new ExecutionFunctions(run, stage, new NoOutside(), NOW));
  }

  private static StageEnded ended(String id, Map<String, Object> outputs) {
    return new StageEnded(NOW, id, ExecutionStatus.SUCCEEDED, outputs, null, "");
  }
}
