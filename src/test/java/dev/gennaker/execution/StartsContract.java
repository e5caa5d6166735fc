package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What starting promises, whatever database it runs on. */
abstract class StartsContract extends EngineScene {

  private static final Actor NOBODY = new Actor("nobody", Set.of("guests"));

  private static final Map<String, Object> TAG =
      Map.of("name", "tag", "required", true, "hasOptions", false);
  private static final Map<String, Object> ZONE =
      Map.of(
          "name",
          "zone",
          "default",
          "east",
          "hasOptions",
          true,
          "options",
          List.of(Map.of("value", "east"), Map.of("value", "west")));

  @Test
  void refusesWhatCannotRunWithEveryReasonAtOnce() {
    Map<String, Object> unknown = Runs.stage("1", "mystery", "9");
    unknown.put("type", "mystery");
    Map<String, Object> document =
        Map.of("stages", List.of(unknown), "disabled", true, "parameterConfig", List.of(TAG, ZONE));
    StartRequest request = Runs.request(document, Map.of("parameters", Map.of("zone", "north")));

    assertThatThrownBy(() -> executions.start(request, DEV))
        .isInstanceOfSatisfying(
            PipelineInvalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path)
                    .containsExactlyInAnyOrder(
                        "$.stages[0].requisiteStageRefIds[0]",
                        "$.disabled",
                        "$.stages[0].type",
                        "$.parameters.tag",
                        "$.parameters.zone"));
    assertThatThrownBy(() -> executions.start(Runs.request(List.of(), Map.of()), DEV))
        .isInstanceOf(PipelineInvalid.class);
  }

  @Test
  void completesTheTrigger() {
    Map<String, Object> document =
        Map.of("stages", Runs.chain("a"), "parameterConfig", List.of(TAG, ZONE));
    StartRequest request =
        Runs.request(document, Map.of("parameters", Map.of("tag", "7", "more", 1), "x", "kept"));

    Execution run = awaitEnd(executions.start(request, DEV));

    assertThat(run.trigger())
        .containsEntry("type", "manual")
        .containsEntry("user", "dev")
        .containsEntry("x", "kept")
        .containsEntry("parameters", Map.of("tag", "7", "more", 1, "zone", "east"));
  }

  @Test
  void startsOnceUnderAChosenId() {
    StartRequest one = Runs.request(Runs.chain("a"), Map.of());
    StartRequest request =
        new StartRequest(
            one.kind(),
            one.application(),
            one.name(),
            one.pipelineId(),
            one.revision(),
            one.document(),
            one.trigger(),
            "parent-1-child");

    assertThat(executions.start(request, DEV)).isEqualTo("parent-1-child");
    long version = awaitEnd("parent-1-child").version();
    assertThat(executions.start(request, DEV)).isEqualTo("parent-1-child");
    assertThat(executions.find("parent-1-child", DEV).orElseThrow().version()).isEqualTo(version);
  }

  @Test
  void runsStagesOutsideAnyPipeline() {
    StartRequest request =
        StartRequest.adHoc("shop", "Resize it", List.of(Map.of("type", "scripted", "name", "one")));

    Execution run = awaitEnd(executions.start(request, DEV));

    assertThat(run.kind()).isEqualTo(Execution.Kind.ORCHESTRATION);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(run.pipelineId()).isNull();
  }

  @Test
  void asksWhoMayDoWhat() {
    StartRequest request = Runs.request(Runs.chain("a"), Map.of());
    assertThatThrownBy(() -> executions.start(request, NOBODY)).isInstanceOf(NotPermitted.class);
    String id = executions.start(request, DEV);
    String stageId = awaitEnd(id).stages().getFirst().id();

    assertThat(executions.list(ExecutionQuery.newest(500), NOBODY)).isEmpty();
    for (org.assertj.core.api.ThrowableAssert.ThrowingCallable call :
        List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
            () -> executions.find(id, NOBODY),
            () -> executions.events(id, NOBODY),
            () -> executions.list(ExecutionQuery.ofApplication("shop", 1), NOBODY),
            () -> executions.cancel(id, "", NOBODY),
            () -> executions.restart(id, stageId, Map.of(), NOBODY),
            () -> executions.signal(id, stageId, Map.of(), NOBODY),
            () -> executions.pause(id, NOBODY),
            () -> executions.delete(id, NOBODY))) {
      assertThatThrownBy(call).isInstanceOf(NotPermitted.class);
    }
    assertThat(executions.find("unknown", DEV)).isEmpty();
    assertThatThrownBy(() -> executions.cancel("unknown", "", DEV))
        .isInstanceOf(NoSuchExecution.class);
  }
}
