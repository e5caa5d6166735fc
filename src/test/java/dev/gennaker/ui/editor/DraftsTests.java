package dev.gennaker.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.KeptDraft;
import dev.gennaker.pipeline.KeptDrafts;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.ScreenTest;
import dev.gennaker.ui.draft.Draft;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Drafts in memory, and what a restart finds of them in the database. */
class DraftsTests extends ScreenTest {

  private static final Actor DEV = new Actor("dev", Set.of(Actor.ADMIN));
  private static final Actor OTHER = new Actor("other", Set.of(Actor.ADMIN));
  private static int count;

  @Autowired private KeptDrafts kept;
  @Autowired private Pipelines pipelines;
  @Autowired private Applications applications;
  private Drafts drafts;
  private Pipeline saved;
  private Draft mine;

  @BeforeEach
  void opensAPipeline() {
    applications.save("drafty", JsonMapper.shared().createObjectNode(), DEV);
    drafts = new Drafts(kept, pipelines);
    saved = save(json("Release %d".formatted(++count)));
    mine = drafts.of(DEV, saved);
  }

  @Test
  void keepsADraftForAPersonUntilItHoldsNothing() {
    new GraphEdits(mine).remove(List.of("1"));

    drafts.left(DEV, mine);
    assertThat(drafts.of(DEV, saved)).isSameAs(mine);
    assertThat(drafts.of(OTHER, saved)).isNotSameAs(mine);

    mine.undo();
    drafts.left(DEV, mine);
    assertThat(drafts.of(DEV, saved)).isNotSameAs(mine);
  }

  @Test
  void startsAnUntouchedDraftFromTheNewestRevision() {
    drafts.of(DEV, save(renamed()));

    assertThat(mine.base().revision()).isEqualTo(2);
    assertThat(mine.document().nameOf("2")).isEqualTo("Other");
  }

  @Test
  void keepsAnEditedDraftOnTheRevisionItStartedFrom() {
    new GraphEdits(mine).remove(List.of("1"));

    drafts.of(DEV, save(renamed()));

    assertThat(mine.base().revision()).isEqualTo(1);
  }

  @Test
  void offersAfterARestartWhatWasEditedOnTheRevisionItStartedFrom() {
    edit();
    Pipeline newer = save(renamed());

    Drafts restarted = new Drafts(kept, pipelines);
    Draft draft = restarted.of(DEV, newer);
    assertThat(draft.changes()).isEmpty();
    assertThat(restarted.offered(DEV, draft).map(KeptDraft::revision)).contains(1);
    restarted.goOn(DEV, draft);

    assertThat(draft.base().revision()).isEqualTo(1);
    assertThat(draft.document()).isEqualTo(mine.document());
    assertThat(restarted.offered(DEV, draft)).isEmpty();
    draft.undo();
    assertThat(draft.document().nameOf("2")).isEqualTo("Other");
  }

  @Test
  void leavesAnEarlierDraftAloneUntilItsAuthorDecides() {
    edit();
    Drafts restarted = new Drafts(kept, pipelines);
    Draft draft = restarted.of(DEV, saved);
    restarted.keep(DEV, draft);
    assertThat(kept.find(saved.id(), DEV)).isPresent();

    restarted.giveUp(DEV, draft);
    assertThat(kept.find(saved.id(), DEV)).isEmpty();
  }

  @Test
  void offersNothingThatWasSavedOrTakenBack() {
    edit();
    mine.undo();
    drafts.keep(DEV, mine);
    assertThat(kept.find(saved.id(), DEV)).isEmpty();

    edit();
    Pipeline now = save(mine.toSave().toJson());
    Drafts restarted = new Drafts(kept, pipelines);
    assertThat(restarted.offered(DEV, restarted.of(DEV, now))).isEmpty();
  }

  private void edit() {
    new GraphEdits(mine).remove(List.of("1"));
    drafts.keep(DEV, mine);
  }

  private Pipeline save(ObjectNode document) {
    return pipelines.save(document, null, "", DEV);
  }

  private ObjectNode renamed() {
    ObjectNode document = saved.document();
    ((ObjectNode) document.at("/stages/1")).put("name", "Other");
    return document;
  }

  private static ObjectNode json(String name) {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                """
                {"application":"drafty","name":"%s","stages":[
                  {"refId":"1","type":"wait","name":"First","requisiteStageRefIds":[],"waitTime":1},
                  {"refId":"2","type":"wait","name":"Second","requisiteStageRefIds":["1"],"waitTime":1}]}
                """
                    .formatted(name));
  }
}
