package dev.gennaker.stage.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.database.OnH2;
import dev.gennaker.execution.EngineTestConfiguration;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;

/** Pipelines that run pipelines, on the real engine. */
@ApplicationModuleTest(
    mode = BootstrapMode.ALL_DEPENDENCIES,
    extraIncludes = {"stage", "stage.pipeline", "pipeline", "execution", "security", "nodes"})
@OnH2
@Import({
  EngineTestConfiguration.class,
  RunPipelineStage.class,
  ChildStart.class,
  ChildEnded.class,
  ChildRestarted.class,
  ToldStage.class
})
class RunPipelineTests {

  private static final Actor ANN = new Actor("ann", Set.of(Actor.ADMIN));

  @Autowired private Applications applications;
  @Autowired private Pipelines pipelines;
  @Autowired private Executions executions;

  @BeforeEach
  void anApplication() {
    applications.save("shop", Documents.parse("{}"), ANN);
  }

  @Test
  void endsAsTheOtherRunEndsWithWhatThatPutOut() {
    Pipeline child = save("{\"type\":\"told\",\"say\":\"done\"}");

    Execution parent = awaitEnd(start(parentOf(child, ",\"pipelineParameters\":{\"p\":1}")));

    StageState stage = parent.stages().getFirst();
    assertThat(parent.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(stage.outputs())
        .containsEntry("told", "done")
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("executionName", child.name());
    Execution run = find(String.valueOf(stage.outputs().get("executionId")));
    assertThat(run.trigger()).containsEntry("type", "pipeline").containsEntry("user", "ann");
    assertThat(run.trigger().get("parameters")).isEqualTo(Map.of("p", 1));
    assertThat(run.startedBy()).isEqualTo("ann");
  }

  @Test
  void namesTheStageThatFailedThere() {
    Pipeline child = save("{\"type\":\"told\",\"name\":\"Boom\",\"say\":\"fail\"}");

    Execution parent = awaitEnd(start(parentOf(child, "")));

    assertThat(parent.status()).isEqualTo(ExecutionStatus.TERMINAL);
    assertThat(Objects.requireNonNull(parent.stages().getFirst().failure()).reason())
        .isEqualTo(child.name() + " of shop failed in Boom: told to fail");
  }

  @Test
  void goesOnAtOnceWhenItDoesNotWait() {
    Pipeline child = save("{\"type\":\"told\",\"say\":\"hold\"}");

    Execution parent = awaitEnd(start(parentOf(child, ",\"waitForCompletion\":false")));

    assertThat(parent.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(only(child).status().isComplete()).isFalse();
  }

  @Test
  void waitsAgainWhenTheOtherRunIsRestarted() {
    Pipeline child = save("{\"type\":\"told\",\"say\":\"fail\"}");
    Pipeline between = parentOf(child, "");
    String id = start(parentOf(between, ""));
    assertThat(awaitEnd(id).status()).isEqualTo(ExecutionStatus.TERMINAL);
    Execution failed = awaitEnd(only(child).id());

    executions.restart(failed.id(), failed.stages().getFirst().id(), Map.of("say", "done"), ANN);

    await().untilAsserted(() -> assertThat(find(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED));
    assertThat(find(id).stages().getFirst().attempt()).isEqualTo(2);
    assertThat(only(child).id()).isEqualTo(failed.id());
    assertThat(only(between).status()).isEqualTo(ExecutionStatus.SUCCEEDED);

    executions.restart(id, find(id).stages().getFirst().id(), Map.of(), ANN);
    assertThat(awaitEnd(id).stages().getFirst().attempt()).isEqualTo(3);
    assertThat(runs(between)).hasSize(2);
  }

  @Test
  void takesTheOtherRunWithItWhenCancelled() {
    Pipeline child = save("{\"type\":\"told\",\"say\":\"hold\"}");
    String parent = start(parentOf(child, ""));
    await().until(() -> !runs(child).isEmpty() && waitsForRunningChild(parent));

    executions.cancel(parent, "enough", ANN);

    assertThat(awaitEnd(parent).status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(awaitEnd(only(child).id()).status()).isEqualTo(ExecutionStatus.CANCELED);
  }

  @Test
  void isCancelledWhenTheOtherRunIs() {
    Pipeline child = save("{\"type\":\"told\",\"say\":\"hold\"}");
    String parent = start(parentOf(child, ""));
    await().until(() -> !runs(child).isEmpty());

    executions.cancel(only(child).id(), "not now", ANN);

    Execution ended = awaitEnd(parent);
    assertThat(ended.status()).isEqualTo(ExecutionStatus.CANCELED);
    assertThat(runs(child)).hasSize(1);
  }

  @Test
  void stopsAPipelineThatStartsItself() {
    Pipeline self = save("{\"type\":\"pipeline\",\"pipeline\":\"itself\"}");
    String again = self.document().toString().replace("\"itself\"", "\"" + self.id() + "\"");
    pipelines.save(Documents.parse(again), null, "", ANN);

    Execution first = awaitEnd(start(pipelines.find(self.id(), ANN).orElseThrow()));

    assertThat(first.status()).isEqualTo(ExecutionStatus.TERMINAL);
    assertThat(Objects.requireNonNull(first.stages().getFirst().failure()).reason())
        .contains("more than 16 deep");
    assertThat(runs(self)).hasSize(17);
  }

  @Test
  void saysThatThereIsNoSuchPipeline() {
    Execution ended = awaitEnd(start(save("{\"type\":\"pipeline\",\"pipeline\":\"ghost\"}")));

    assertThat(Objects.requireNonNull(ended.stages().getFirst().failure()).reason())
        .isEqualTo("There is no pipeline ghost in shop; choose an existing one");
  }

  private boolean waitsForRunningChild(String parent) {
    return find(parent).stages().getFirst().memory().containsKey("executionId");
  }

  private Pipeline parentOf(Pipeline child, String more) {
    return save("{\"type\":\"pipeline\",\"pipeline\":\"%s\"%s}".formatted(child.id(), more));
  }

  private Pipeline save(String stage) {
    return pipelines.save(
        Documents.parse(
            "{\"application\":\"shop\",\"name\":\"%s\",\"stages\":[%s]}"
                .formatted(UUID.randomUUID(), stage)),
        null,
        "",
        ANN);
  }

  private String start(Pipeline pipeline) {
    return executions.start(StartRequest.of(pipeline, Map.of("type", "manual")), ANN);
  }

  private Execution awaitEnd(String id) {
    await().until(() -> find(id).status().isComplete());
    return find(id);
  }

  private Execution find(String id) {
    return executions.find(id, ANN).orElseThrow();
  }

  private ExecutionHeader only(Pipeline pipeline) {
    assertThat(runs(pipeline)).hasSize(1);
    return runs(pipeline).getFirst();
  }

  private List<ExecutionHeader> runs(Pipeline pipeline) {
    return executions.list(
        new ExecutionQuery("shop", null, Set.of(pipeline.id()), Set.of(), null, 50), ANN);
  }
}
