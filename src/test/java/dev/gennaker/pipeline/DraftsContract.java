package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.security.Actor;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Keeping drafts, on every database. */
abstract class DraftsContract {

  private static final Actor ANN = new Actor("ann", Set.of(Actor.ADMIN));
  private static final Actor BOB = new Actor("bob", Set.of(Actor.ADMIN));

  @Autowired private KeptDrafts drafts;
  @Autowired private Pipelines pipelines;
  @Autowired private Applications applications;
  private Pipeline pipeline;

  @BeforeEach
  void aPipeline() {
    applications.save("drafted", Documents.parse("{}"), ANN);
    pipeline =
        pipelines.save(
            Documents.parse("{\"application\":\"drafted\",\"name\":\"p\"}"), null, "", ANN);
  }

  @org.junit.jupiter.api.AfterEach
  void clean() {
    applications.delete("drafted", ANN);
  }

  @Test
  void keepsTheLastOneForAPersonAndAPipeline() {
    drafts.keep(pipeline.id(), 1, draft("{\"n\":1.10}"), ANN);
    drafts.keep(pipeline.id(), 2, draft("{\"n\":1.20,\"s\":\"😀\"}"), ANN);
    drafts.keep(pipeline.id(), 1, draft("{\"bob\":true}"), BOB);

    KeptDraft kept = drafts.find(pipeline.id(), ANN).orElseThrow();

    assertThat(kept.revision()).isEqualTo(2);
    assertThat(kept.document()).hasToString("{\"n\":1.20,\"s\":\"😀\"}");
    assertThat(drafts.find("another", ANN)).isEmpty();
  }

  @Test
  void forgetsOnlyTheOneItIsTold() {
    drafts.keep(pipeline.id(), 1, draft("{}"), ANN);
    drafts.keep(pipeline.id(), 1, draft("{}"), BOB);

    drafts.forget(pipeline.id(), ANN);
    drafts.forget(pipeline.id(), ANN);

    assertThat(drafts.find(pipeline.id(), ANN)).isEmpty();
    assertThat(drafts.find(pipeline.id(), BOB)).isPresent();
  }

  @Test
  void goWithTheirPipeline() {
    drafts.keep(pipeline.id(), 1, draft("{}"), ANN);

    pipelines.delete(pipeline.id(), ANN);

    assertThat(drafts.find(pipeline.id(), ANN)).isEmpty();
  }

  private static ObjectNode draft(String json) {
    return Documents.parse(json);
  }
}
