package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.Evaluations.Evaluation;
import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a draft's settings become in a run of an earlier version of the pipeline. */
class PreviewTests {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String BUILD =
      "{'refId':'1','type':'build','name':'Build','requisiteStageRefIds':[]}";
  private static final String TEST =
      "{'refId':'2','type':'test','name':'Test','requisiteStageRefIds':['1']}";

  @Test
  void usesTheSettingsOfTheDraftAndTheOutputsOfTheRun() {
    assertThat(values(ship("'requisiteStageRefIds':['1'],'a':'v${tag}, ${b}','b':'${tag + 1}'")))
        .containsExactly("a=v7, 8", "b=8");
  }

  @Test
  void seesWhatIsUpstreamInTheDraft() {
    assertThat(values(ship("'requisiteStageRefIds':['2'],'a':'${tag} ${passed}'")))
        .containsExactly("a=7 true");
    assertThat(values(ship("'requisiteStageRefIds':['1'],'a':'${passed}'")).getFirst())
        .startsWith("a: Nothing here is called passed");
    assertThat(values(ship("'requisiteStageRefIds':[],'a':'${tag}'")).getFirst())
        .startsWith("a: Nothing here is called tag");
  }

  @Test
  void doesNotSeeWhatTheStageItselfPutOut() {
    assertThat(values(ship("'requisiteStageRefIds':['2'],'a':'${#currentStage().status}'")))
        .containsExactly("a=NOT_STARTED");
    assertThat(values(ship("'requisiteStageRefIds':['2'],'a':'${shipped}'")).getFirst())
        .startsWith("a: Nothing here is called shipped");
  }

  @Test
  void tellsWhetherTheRunHasTheStage() {
    String shipped = ship("'requisiteStageRefIds':['1'],'a':'${tag}'");
    String added = shipped.replace("'refId':'3'", "'refId':'4'");
    String changed = shipped.replace("'type':'ship'", "'type':'mail'");

    assertThat(Recast.of(run(), stages(shipped), "3").inRun()).isTrue();
    assertThat(Recast.of(run(), stages(added), "4").inRun()).isFalse();
    assertThat(Recast.of(run(), stages(changed), "3").inRun()).isFalse();
    assertThat(values(added, "4")).containsExactly("a=7");
  }

  @Test
  void knowsStagesByTheirPresentNames() {
    String ship = ship("'requisiteStageRefIds':['1'],'a':'${#stage(`Compile`).outputs.tag}'");
    List<String> values = told(preview(stages(BUILD.replace("Build", "Compile"), TEST, ship), "3"));

    assertThat(values).containsExactly("a=7");
  }

  @Test
  void saysWhyThereIsNoValueAndWhatWasKnown() {
    StagePreview.Text text =
        preview(ship("'requisiteStageRefIds':['1'],'a':'x ${#toInt(parameters.count)}'"))
            .getFirst();

    assertThat(text.becomes())
        .isInstanceOfSatisfying(
            Evaluation.None.class,
            none -> {
              assertThat(none.expression()).isEqualTo("#toInt(parameters.count)");
              assertThat(none.known()).anyMatch(known -> known.contains("abc"));
            });
  }

  @Test
  void looksIntoListsAndObjectsAndLeavesOutWhatStaysAsItIs() {
    assertThat(
            values(
                ship(
                    "'requisiteStageRefIds':['1'],'cmd':'run ${PORT}','plain':'x',"
                        + "'list':[{'a b':'${tag}'},'${tag + 1}'],'comments':'${nothing}'")))
        .containsExactly("list/0/a b=7", "list/1=8");
  }

  @Test
  void triesTheConditionWhoseFailureCountsAsFalse() {
    String with =
        "'requisiteStageRefIds':['1'],'stageEnabled':{'type':'expression','expression':'%s'}";

    assertThat(values(ship(with.formatted("tag > 6"))))
        .containsExactly("stageEnabled/expression=true");
    assertThat(values(ship(with.formatted("nothing > 6"))).getFirst())
        .startsWith("stageEnabled/expression: Nothing here is called nothing")
        .endsWith("that counts as false, and it is skipped");
  }

  private static String ship(String settings) {
    return "{'refId':'3','type':'ship','name':'Ship'," + settings + "}";
  }

  private static List<String> values(String stage) {
    return values(stage, "3");
  }

  private static List<String> values(String stage, String refId) {
    return told(preview(stages(stage), refId));
  }

  private static List<StagePreview.Text> preview(String stage) {
    return preview(stages(stage), "3");
  }

  private static List<StagePreview.Text> preview(List<StageDefinition> stages, String refId) {
    Recast cast = Recast.of(run(), stages, refId);
    return Preview.of(
        new StageScope(
            cast.run(),
            cast.about(),
            new ExecutionFunctions(cast.run(), cast.about(), new NoOutside(), NOW)),
        cast.about().state().written());
  }

  private static List<String> told(List<StagePreview.Text> texts) {
    List<String> told = new ArrayList<>();
    for (StagePreview.Text text : texts) {
      String path = String.join("/", text.path().stream().map(String::valueOf).toList());
      told.add(
          switch (text.becomes()) {
            case Evaluation.Value(var value) -> path + "=" + value;
            case Evaluation.None none -> path + ": " + none.reason();
          });
    }
    return told;
  }

  private static List<StageDefinition> stages(String stage) {
    return stages(BUILD, TEST, stage);
  }

  private static List<StageDefinition> stages(String... stages) {
    String json = "{'stages':[%s]}".formatted(String.join(",", stages)).replace('\'', '"');
    return Documents.stages(JsonMapper.shared().readTree(json.replace('`', '\'')));
  }

  /** Build, then Test, then Ship, all done. */
  private static Run run() {
    return Run.of(
        "run",
        List.of(
            new Created(
                NOW,
                Execution.Kind.PIPELINE,
                "shop",
                "Deploy",
                "p",
                1,
                Map.of("type", "manual", "parameters", Map.of("count", "abc")),
                new Actor("dev", Set.of()),
                Limits.NONE,
                List.of(
                    planned("a", "1", "build", "Build"),
                    planned("b", "2", "test", "Test", "1"),
                    planned("c", "3", "ship", "Ship", "2"))),
            new StageStarted(NOW, "a", 1, Map.of(), NOW),
            ended("a", Map.of("tag", 7)),
            new StageStarted(NOW, "b", 1, Map.of(), NOW),
            ended("b", Map.of("passed", true)),
            new StageStarted(NOW, "c", 1, Map.of(), NOW),
            ended("c", Map.of("shipped", true))));
  }

  private static PlannedStage planned(
      String id, String refId, String type, String name, String... after) {
    return new PlannedStage(id, refId, type, name, null, List.of(after), Map.of(), false);
  }

  private static StageEnded ended(String id, Map<String, Object> outputs) {
    return new StageEnded(NOW, id, ExecutionStatus.SUCCEEDED, outputs, null, "");
  }
}
