package dev.gennaker.stage.application;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.ApplicationInvalid;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates an application or changes the attributes that are given; those not given stay, because
 * Gate's clients send only what they know.
 */
abstract class UpsertApplication implements StageType<ApplicationJob> {

  private final Applications applications;

  UpsertApplication(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("application"));
  }

  @Override
  public Outcome run(ApplicationJob job, StageContext context) {
    try {
      ObjectNode attributes =
          applications
              .find(job.name(), context.actor())
              .map(Application::attributes)
              .map(saved -> (ObjectNode) saved.setAll(job.attributes()))
              .orElseGet(job::attributes);
      Application saved = applications.save(job.name(), attributes, context.actor());
      return Outcome.done(Map.of("application", saved.name()));
    } catch (NotPermitted e) {
      return Outcome.failed(String.valueOf(e.getMessage()));
    } catch (ApplicationInvalid e) {
      return Outcome.failed(
          e.problems().stream()
              .map(p -> p.path() + ": " + p.message() + " " + p.fix())
              .collect(Collectors.joining(" ")));
    }
  }

  @Override
  public List<Problem> check(ApplicationJob job) {
    return applications.check(job.name(), job.attributes()).stream()
        .map(problem -> problem.below("$.application"))
        .toList();
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "box";
  }

  @Override
  public Class<ApplicationJob> settings() {
    return ApplicationJob.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return ApplicationJob.headline(settings);
  }

  @Override
  public boolean offered() {
    return false;
  }
}
