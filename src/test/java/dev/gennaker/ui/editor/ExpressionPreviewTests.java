package dev.gennaker.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.select.Select;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.ScreenTest;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.PreviewLines;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

/** What the editor shows under settings with expressions. */
@WithMockUser(username = "demo", roles = "admin")
class ExpressionPreviewTests extends ScreenTest {

  private static int count;

  @Autowired private Applications applications;
  @Autowired private Pipelines pipelines;
  @Autowired private Previews previews;
  @Autowired private Drafts drafts;
  private Pipeline pipeline;

  @BeforeEach
  void savesAPipeline() {
    applications.save("seen", Documents.parse("{}"), ADMIN);
    pipeline =
        pipelines.save(
            Documents.parse(
                """
                {"application": "seen", "name": "Seen %d", "stages": [
                  {"refId": "1", "type": "evaluateVariables", "name": "Vars", "requisiteStageRefIds": [],
                   "variables": [{"key": "seconds", "value": "${parameters.n + 1}"}]},
                  {"refId": "2", "type": "wait", "name": "Soak", "requisiteStageRefIds": ["1"],
                   "waitTime": "${seconds - 8}"}]}
                """
                    .formatted(++count)),
            null,
            "",
            ADMIN);
  }

  @Test
  void saysThatARunIsNeeded() {
    edit("?stage=2");

    assertThat(bar()).contains("No run yet");
    assertThat(previewed()).isBlank();
  }

  @Test
  void showsTheValuesOfTheLatestRunAndFollowsTheDraft() {
    run(1);
    run(7);
    edit("?stage=2");
    shown("0", "number");
    assertThat(bar()).contains("Preview against");

    write("${seconds * 100}");
    shown("800");

    write("${secnds}");
    shown("No value: Nothing here is called secnds");
  }

  @Test
  void keepsTheChosenRunInTheAddress() {
    String first = run(17);
    run(7);
    edit("?stage=2&against=" + first);
    shown("10");

    edit("?stage=1&against=" + first);
    shown("18");
  }

  @Test
  void offersARunThatHasJustBegun() {
    edit("?stage=2");
    assertThat(previewed()).isBlank();

    run(9);

    shown("2", "number");
    assertThat(find(Select.class).single().getValue()).isNotNull();
  }

  @Test
  void saysWhenTheRunHasNoSuchStage() {
    run(7);
    Document before = draft().document();
    draft()
        .edit(
            "add",
            d ->
                d.with(
                    Path.of("stages", 2),
                    Documents.parse(
                        """
                        {"refId": "9", "type": "wait", "name": "New", "requisiteStageRefIds": ["1"],
                         "waitTime": "${seconds}"}""")));
    assertThat(draft().document()).isNotEqualTo(before);
    edit("?stage=9");

    shown("8");
    assertThat(bar()).contains("This stage is not in that run");
  }

  @Test
  void showsNothingOfRunsThatMayNotBeRead() {
    String run = run(7);
    Actor stranger = new Actor("eve", Set.of());

    assertThat(previews.latest(pipeline, stranger)).isEmpty();
    assertThat(previews.find(run, pipeline, stranger)).isEmpty();
    Previews.Answer answer =
        previews.preview(run, Document.of(pipeline.document()), "2", stranger).join();
    assertThat(answer.preview().texts()).isEmpty();
    assertThat(answer.refusal()).contains("READ");
  }

  private String run(int n) {
    String id =
        executions.start(
            StartRequest.of(pipeline, Map.of("type", "manual", "parameters", Map.of("n", n))),
            ADMIN);
    // Soak may wait for longer than anybody wants to; what was put out before it is what counts.
    await()
        .until(
            () ->
                executions
                    .find(id, ADMIN)
                    .orElseThrow()
                    .topLevel()
                    .getFirst()
                    .status()
                    .isComplete());
    return id;
  }

  private void edit(String query) {
    open("applications/seen/pipelines/Seen%20" + count + "/edit" + query);
  }

  private Draft draft() {
    return drafts.of(ADMIN, pipeline);
  }

  private void write(String expression) {
    draft()
        .edit(
            "write",
            d -> d.with("2", Path.of("waitTime"), JsonMapper.shared().valueToTree(expression)));
  }

  private void shown(String... words) {
    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              settle();
              assertThat(previewed()).contains(words);
            });
  }

  private String previewed() {
    List<PreviewLines> lines = find(PreviewLines.class).all();
    return lines.stream().map(ScreenTest::words).collect(Collectors.joining(" "));
  }

  private String bar() {
    return words(find(PreviewBar.class).single());
  }
}
