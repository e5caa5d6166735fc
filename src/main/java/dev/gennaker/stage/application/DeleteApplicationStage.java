package dev.gennaker.stage.application;

import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.NoSuchApplication;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class DeleteApplicationStage implements StageType<ApplicationJob> {

  private final Applications applications;

  DeleteApplicationStage(Applications applications) {
    this.applications = applications;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("application"));
  }

  @Override
  public Outcome run(ApplicationJob job, StageContext context) {
    try {
      applications.delete(job.name(), context.actor());
      return Outcome.done(Map.of("application", job.name()));
    } catch (NoSuchApplication _) {
      return new Outcome.Skipped("There is no application " + job.name());
    } catch (NotPermitted e) {
      return Outcome.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String type() {
    return "deleteApplication";
  }

  @Override
  public String label() {
    return "Delete application";
  }

  @Override
  public String description() {
    return "Deletes an application with its pipelines; what runs keeps running.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "trash-2";
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
