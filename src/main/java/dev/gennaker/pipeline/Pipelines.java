package dev.gennaker.pipeline;

import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Pipelines and their revisions; every call checks what the actor may. */
@Service
public class Pipelines {

  private static final int LONGEST_MESSAGE = 2000;
  private static final int ATTEMPTS = 5;

  private final PipelineStore store;
  private final Checks checks;
  private final Permissions permissions;
  private final ApplicationEventPublisher events;

  Pipelines(
      PipelineStore store,
      Checks checks,
      Permissions permissions,
      ApplicationEventPublisher events) {
    this.store = store;
    this.checks = checks;
    this.permissions = permissions;
    this.events = events;
  }

  /**
   * Saves a document as a new revision; creates the pipeline when its {@code id} is absent or
   * unknown. Sets {@code id}, {@code index} where absent, {@code updateTs} and {@code
   * lastModifiedBy} in it; commits on its own, whatever transaction surrounds it.
   *
   * @param basedOn the revision the edit started from; null skips the changed-meanwhile check
   * @param message what the saver says about it
   * @throws PipelineInvalid with errors; warnings are saved
   * @throws PipelineChangedMeanwhile when somebody saved after {@code basedOn}
   */
  public Pipeline save(
      ObjectNode document, @Nullable Integer basedOn, String message, Actor actor) {
    List<Problem> problems = check(document);
    String application = Applications.canonical(document.path("application").asString(""));
    if (!application.isEmpty()) {
      permissions.require(actor, Permission.WRITE, application);
    }
    refuseErrors(document, problems);
    store
        .find(document.path("id").asString(""))
        .ifPresent(old -> permissions.require(actor, Permission.WRITE, old.application()));
    Pipeline saved = attempt(() -> store.save(document.deepCopy(), basedOn, clean(message), actor));
    events.publishEvent(new PipelineSaved(saved.application(), saved.id(), saved.revision()));
    return saved;
  }

  /** What is wrong with a document: graph, references, settings, expressions. */
  public List<Problem> check(ObjectNode document) {
    return checks.check(document);
  }

  public Optional<Pipeline> find(String id, Actor actor) {
    return readable(store.find(id), actor);
  }

  public Optional<Pipeline> find(String application, String name, Actor actor) {
    String owner = Applications.canonical(application);
    permissions.require(actor, Permission.READ, owner);
    return store.find(owner, name);
  }

  /** The pipelines of an application, in display order. */
  public List<Pipeline> list(String application, Actor actor) {
    String owner = Applications.canonical(application);
    permissions.require(actor, Permission.READ, owner);
    return store.list(owner);
  }

  /** Newest first, also of a deleted pipeline; empty for an unknown one. */
  public List<Revision> revisions(String id, Actor actor) {
    return readable(store.lastKnown(id), actor).isEmpty() ? List.of() : store.revisions(id);
  }

  /** The pipeline as it was at a revision, also of a deleted pipeline. */
  public Optional<Pipeline> revision(String id, int number, Actor actor) {
    return readable(store.revision(id, number), actor);
  }

  /**
   * Puts pipelines of an application in another display order: all of them or, on an error, none.
   * Those that stand there already get no new revision.
   *
   * @param places the new {@code index}, 0 or more, by the pipeline's id
   * @throws NoSuchPipeline when the application has none of an id
   */
  public void reorder(String application, Map<String, Integer> places, Actor actor) {
    String owner = Applications.canonical(application);
    permissions.require(actor, Permission.WRITE, owner);
    attempt(() -> store.reorder(owner, places, actor))
        .forEach(
            moved -> events.publishEvent(new PipelineSaved(owner, moved.id(), moved.revision())));
  }

  /**
   * Removes it; its revisions stay.
   *
   * @throws NoSuchPipeline when there is none
   */
  public void delete(String id, Actor actor) {
    Pipeline pipeline =
        store
            .find(id)
            .orElseThrow(() -> new NoSuchPipeline("There is no pipeline with the id " + id + "."));
    permissions.require(actor, Permission.WRITE, pipeline.application());
    store.delete(id);
    events.publishEvent(new PipelineSaved(pipeline.application(), id, pipeline.revision()));
  }

  /** Two saves at once: the slower one looks again, and then sees the faster one. */
  private static <T> T attempt(Supplier<T> save) {
    for (int attempt = 1; ; attempt++) {
      try {
        return save.get();
      } catch (OptimisticLockingFailureException | DataIntegrityViolationException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Optional<Pipeline> readable(Optional<Pipeline> pipeline, Actor actor) {
    pipeline.ifPresent(p -> permissions.require(actor, Permission.READ, p.application()));
    return pipeline;
  }

  private static void refuseErrors(ObjectNode document, List<Problem> problems) {
    if (problems.stream().anyMatch(Problem::isError)) {
      throw PipelineInvalid.notSaved(
          document.path("name").asString(""),
          "%d of its settings must be mended first."
              .formatted(problems.stream().filter(Problem::isError).count()),
          problems);
    }
    int length = Documents.write(document).length();
    if (length > Checks.LONGEST_DOCUMENT) {
      throw new PipelineInvalid(
          "The pipeline is too large to be saved.",
          List.of(
              Problem.error(
                  "$",
                  "The document is %d MB large; %d MB are the most."
                      .formatted(length >> 20, Checks.LONGEST_DOCUMENT >> 20),
                  "Keep large bodies outside and refer to them.")));
    }
  }

  private static String clean(String message) {
    String text = message.replace('\u0000', ' ').strip();
    return text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) : text;
  }
}
