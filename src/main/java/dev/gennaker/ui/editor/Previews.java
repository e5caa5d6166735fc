package dev.gennaker.ui.editor;

import dev.gennaker.execution.Evaluations;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.StagePreview;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.ui.draft.Document;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the runs of a pipeline and evaluates on threads of their own: that may take seconds. */
@Component
class Previews {

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final int THREADS = 2;
  private static final int LATEST = 20;

  private final Evaluations evaluations;
  private final Executions executions;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          THREADS, task -> Thread.ofPlatform().daemon().name("preview").unstarted(task));

  Previews(Evaluations evaluations, Executions executions) {
    this.evaluations = evaluations;
    this.executions = executions;
  }

  /**
   * What came of a preview.
   *
   * @param refusal why there is none; empty where there is one
   */
  record Answer(StagePreview preview, String refusal) {}

  /** The latest runs of a pipeline, newest first; none for those who may not read them. */
  List<PastRun> latest(Pipeline pipeline, Actor actor) {
    try {
      return executions
          .list(
              new ExecutionQuery(
                  pipeline.application(),
                  Execution.Kind.PIPELINE,
                  Set.of(pipeline.id()),
                  Set.of(),
                  null,
                  LATEST),
              actor)
          .stream()
          .map(PastRun::of)
          .toList();
    } catch (NotPermitted refused) {
      return List.of();
    }
  }

  /** A run of the pipeline, however long ago; empty for any other. */
  Optional<PastRun> find(String id, Pipeline pipeline, Actor actor) {
    try {
      return executions
          .find(id, actor)
          .filter(run -> pipeline.id().equals(run.pipelineId()))
          .map(PastRun::of);
    } catch (NotPermitted refused) {
      return Optional.empty();
    }
  }

  CompletableFuture<Answer> preview(String run, Document document, String stage, Actor actor) {
    return CompletableFuture.supplyAsync(() -> answer(run, document, stage, actor), workers);
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }

  private Answer answer(String run, Document document, String stage, Actor actor) {
    try {
      return new Answer(evaluations.preview(run, document.toJson(), stage, actor), "");
    } catch (NotPermitted | NoSuchExecution refused) {
      return new Answer(StagePreview.NOTHING, String.valueOf(refused.getMessage()));
    } catch (RuntimeException e) {
      // Editing goes on, whatever becomes of a preview.
      LOG.warn("The preview of stage {} against {} failed", stage, run, e);
      return new Answer(
          StagePreview.NOTHING, "The run could not be read now; the next change tries again.");
    }
  }
}
