package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Problem;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.PublishedEvents;
import tools.jackson.databind.node.ObjectNode;

/** Saving pipelines, on every database. */
abstract class PipelinesContract {

  private static final Actor ANN = new Actor("ann", Set.of(Actor.ADMIN));
  private static final Actor BOB = new Actor("bob", Set.of("readers"));

  @Autowired private Pipelines pipelines;
  @Autowired private Applications applications;

  @BeforeEach
  void anApplication() {
    applications.save("shop", Documents.parse("{\"permissions\":{\"READ\":[\"readers\"]}}"), ANN);
    pipelines.list("shop", ANN).forEach(pipeline -> pipelines.delete(pipeline.id(), ANN));
  }

  @Test
  void keepsEveryKeyOfTheAuthor() {
    ObjectNode written =
        document(
            "Deploy",
            """
            "mine":{"n":1.10,"big":123456789012345678901234567890,"s":"😀","deep":[[{"x":null}]]},
            "stages":[{"type":"custom","refId":7,"own":{"k":[1]}}]""");

    Pipeline saved = pipelines.save(written, null, "first", ANN);
    ObjectNode read = pipelines.find(saved.id(), ANN).orElseThrow().document();

    assertThat(read.remove(List.of("id", "index", "updateTs", "lastModifiedBy")))
        .isEqualTo(written);
    assertThat(read.path("mine").toString()).contains("1.10");
  }

  @Test
  void keepsEveryRevision(PublishedEvents events) {
    Pipeline first = pipelines.save(document("Deploy", "\"v\":1"), null, "first", ANN);
    ObjectNode changed = first.document().put("v", 2);
    Pipeline second = pipelines.save(changed, first.revision(), "second", ANN);

    assertThat(second.revision()).isEqualTo(2);
    assertThat(pipelines.revisions(first.id(), BOB))
        .extracting(Revision::number, Revision::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "second"),
            org.assertj.core.groups.Tuple.tuple(1, "first"));
    assertThat(pipelines.revision(first.id(), 1, BOB).orElseThrow().document().path("v").intValue())
        .isEqualTo(1);
    assertThat(events.ofType(PipelineSaved.class))
        .extracting(PipelineSaved::revision)
        .containsExactly(1, 2);
  }

  @Test
  void refusesAnEditOfWhatChangedMeanwhile() {
    Pipeline first = pipelines.save(document("Deploy", ""), null, "", ANN);
    pipelines.save(first.document().put("v", 2), 1, "", ANN);

    PipelineChangedMeanwhile refusal =
        catchThrowableOfType(
            PipelineChangedMeanwhile.class,
            () -> pipelines.save(first.document().put("v", 3), 1, "", ANN));

    assertThat(refusal.current().revision()).isEqualTo(2);
    assertThat(refusal).hasMessageContaining("ann").hasMessageContaining("revision 2");
    assertThat(pipelines.revisions(first.id(), ANN)).hasSize(2);
  }

  @Test
  void letsOneOfManyEditsOfTheSameRevisionWin() throws Exception {
    Pipeline first = pipelines.save(document("Deploy", ""), null, "", ANN);
    List<Object> results =
        atOnce(8, () -> pipelines.save(first.document(), first.revision(), "", ANN));

    assertThat(results).filteredOn(Pipeline.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(PipelineChangedMeanwhile.class::isInstance).hasSize(7);
  }

  @Test
  void createsOneOfManyWithTheSameName() throws Exception {
    List<Object> results = atOnce(4, () -> pipelines.save(document("Deploy", ""), null, "", ANN));

    assertThat(results).filteredOn(Pipeline.class::isInstance).hasSize(1);
    assertThat(results).filteredOn(PipelineInvalid.class::isInstance).hasSize(3);
    assertThat(pipelines.list("shop", ANN)).hasSize(1);
  }

  @Test
  void refusesAnUnknownApplication() {
    ObjectNode document = document("Deploy", "").put("application", "nowhere");

    assertThatThrownBy(() -> pipelines.save(document, null, "", ANN))
        .isInstanceOfSatisfying(
            PipelineInvalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::path)
                    .containsExactly("$.application"));
  }

  @Test
  void refusesErrorsAndSavesWarnings() {
    ObjectNode cyclic =
        document(
            "Loop",
            "\"stages\":[{\"type\":\"x\",\"refId\":\"1\",\"requisiteStageRefIds\":[\"1\"]}]");
    ObjectNode unknown = document("Unknown", "\"stages\":[{\"type\":\"x\",\"refId\":\"1\"}]");

    assertThatThrownBy(() -> pipelines.save(cyclic, null, "", ANN))
        .isInstanceOf(PipelineInvalid.class);
    assertThat(pipelines.find("shop", "Loop", ANN)).isEmpty();
    assertThat(pipelines.check(unknown))
        .singleElement()
        .isEqualTo(
            Problem.warning(
                "$.stages[0].type",
                "Gennaker does not know the stage type \"x\".",
                "The stage is kept as it is; replace or remove it before the pipeline is run."));
    assertThat(pipelines.save(unknown, null, "", ANN).revision()).isEqualTo(1);
  }

  @Test
  void listsErrorsFirstWhereThereAreTooManyProblems() {
    String unknown = "{\"type\":\"x\",\"refId\":\"%d\"}";
    String stages =
        IntStream.range(0, 300).mapToObj(unknown::formatted).collect(Collectors.joining(","));
    ObjectNode document =
        document("Many", "\"stages\":[%s,%s]".formatted(stages, unknown.formatted(0)));

    List<Problem> problems = pipelines.check(document);

    assertThat(problems).hasSize(201);
    assertThat(problems.getFirst().path()).isEqualTo("$.stages[300].refId");
    assertThat(problems.getLast().message()).contains("102 further");
  }

  @Test
  void continuesTheRevisionsOfADeletedPipeline() {
    Pipeline first = pipelines.save(document("Deploy", ""), null, "", ANN);
    pipelines.delete(first.id(), ANN);

    assertThat(pipelines.find(first.id(), ANN)).isEmpty();
    assertThat(pipelines.revisions(first.id(), ANN)).hasSize(1);
    assertThat(pipelines.save(first.document(), null, "", ANN).revision()).isEqualTo(2);
  }

  @Test
  void showsInDisplayOrder() {
    pipelines.save(document("B", ""), null, "", ANN);
    pipelines.save(document("A", ""), null, "", ANN);
    pipelines.save(document("First", "\"index\":0"), null, "", ANN);

    assertThat(pipelines.list("shop", ANN))
        .extracting(Pipeline::name)
        .containsExactly("B", "First", "A");
  }

  @Test
  void asksForPermissions() {
    Pipeline saved = pipelines.save(document("Deploy", ""), null, "", ANN);

    assertThat(pipelines.find(saved.id(), BOB)).isPresent();
    assertThatThrownBy(() -> pipelines.save(saved.document(), null, "", BOB))
        .isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> pipelines.delete(saved.id(), BOB)).isInstanceOf(NotPermitted.class);
    assertThatThrownBy(() -> pipelines.list("shop", new Actor("eve", Set.of())))
        .isInstanceOf(NotPermitted.class);
  }

  private static ObjectNode document(String name, String more) {
    return Documents.parse(
        "{\"application\":\"shop\",\"name\":\"%s\"%s%s}"
            .formatted(name, more.isEmpty() ? "" : ",", more));
  }

  private static List<Object> atOnce(int times, Callable<Object> call) throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(times)) {
      return IntStream.range(0, times)
          .mapToObj(
              _ ->
                  pool.submit(
                      () -> {
                        try {
                          return call.call();
                        } catch (RuntimeException e) {
                          return e;
                        }
                      }))
          .toList()
          .stream()
          .map(PipelinesContract::get)
          .toList();
    }
  }

  private static Object get(Future<Object> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
