package dev.gennaker.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.draft.Place;
import dev.gennaker.ui.graph.Change;
import dev.gennaker.ui.graph.EdgeMark;
import dev.gennaker.ui.graph.GraphModel;
import dev.gennaker.ui.graph.GraphStage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class DraftGraphTest {

  private static final String PIPELINE =
      """
      {"stages":[
        {"refId":"1","type":"nap","name":"First","group":"dev"},
        {"refId":"2","type":"alien","name":"Second","requisiteStageRefIds":["1"],
         "comments":"look out"}],
       "triggers":[{"type":"git"},{"type":"cron"}]}
      """;

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
  private final StageCatalog catalog;
  private final DraftGraph graph;
  private final Draft draft =
      new Draft(
          new Pipeline(
              "id",
              "shop",
              "Release",
              41,
              Instant.EPOCH,
              "dev",
              (ObjectNode) JsonMapper.shared().readTree(PIPELINE)));

  DraftGraphTest() {
    beans.registerBean(StageCatalog.class);
    beans.registerBean(JsonMapper.class, JsonMapper::shared);
    beans.registerBean(Nap.class, Nap::new);
    beans.refresh();
    catalog = beans.getBean(StageCatalog.class);
    graph = new DraftGraph(new StageWords(catalog));
  }

  @AfterEach
  void close() {
    beans.close();
  }

  @Test
  void drawsKnownAndUnknownStages() {
    GraphModel model = model(false);

    assertThat(model.mode()).isEqualTo(GraphModel.Mode.EDIT);
    assertThat(model.start().title()).isEqualTo("2 triggers: git, cron");
    assertThat(stage(model, "1").headline()).isEqualTo("for a while");
    assertThat(stage(model, "1").icon()).isEqualTo("timer");
    assertThat(stage(model, "1").group()).isEqualTo("dev");
    assertThat(model.groups()).extracting("id").containsExactly("dev");
    assertThat(stage(model, "2").typeLabel()).isEqualTo("alien");
    assertThat(stage(model, "2").headline()).contains("not known here");
    assertThat(stage(model, "2").note()).isEqualTo("look out");
  }

  @Test
  void survivesAHeadlineThatFails() {
    draft.edit("break", d -> d.with("1", Path.of("boom"), JsonMapper.shared().valueToTree(1)));

    assertThat(stage(model(false), "1").headline()).isEqualTo("Nap");
  }

  @Test
  void marksWhatIsEditedAndDrawsChangesOnlyWhenAsked() {
    new GraphEdits(draft).add("nap", "Nap", new Place.Between("1", "2"));

    GraphModel plain = model(false);
    assertThat(stage(plain, "3").edit().edited()).isTrue();
    assertThat(stage(plain, "3").edit().change()).isEqualTo(Change.NONE);
    assertThat(stage(plain, "1").edit().edited()).isFalse();
    assertThat(plain.edgeMarks()).isEmpty();

    GraphModel drawn = model(true);
    assertThat(stage(drawn, "3").edit().change()).isEqualTo(Change.ADDED);
    assertThat(stage(drawn, "2").edit().changeText())
        .isEqualTo("now waits for Nap; no longer waits for First");
    assertThat(drawn.edgeMarks())
        .containsExactlyInAnyOrder(
            new EdgeMark("1", "3", Change.ADDED),
            new EdgeMark("3", "2", Change.ADDED),
            new EdgeMark("1", "2", Change.REMOVED));
  }

  @Test
  void drawsRemovedStagesWhileChangesAreDrawn() {
    new GraphEdits(draft).remove(List.of("1"));

    assertThat(model(false).stages()).extracting("id").containsExactly("2");
    assertThat(stage(model(true), "1").edit().change()).isEqualTo(Change.REMOVED);
  }

  @Test
  void offersRecentTypesFirstAndBestMatchesWhileTyping() {
    PaletteList list = new PaletteList(catalog, () -> List.of("nap", "gone"));

    assertThat(list.matching("")).extracting("title").containsExactly("Recent", "Flow");
    assertThat(list.matching("na")).extracting("title").containsExactly("Best match");
    assertThat(list.matching("sleep")).extracting("title").containsExactly("Also");
    assertThat(list.matching("zzz")).isEmpty();
  }

  private GraphModel model(boolean drawChanges) {
    return graph.of(draft, StageProblems.NONE, true, drawChanges, Instant.EPOCH);
  }

  private static GraphStage stage(GraphModel model, String id) {
    return model.stages().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
  }
}
