package dev.gennaker.stage.application;

import dev.gennaker.pipeline.Applications;
import org.springframework.stereotype.Component;

@Component
class CreateApplicationStage extends UpsertApplication {

  CreateApplicationStage(Applications applications) {
    super(applications);
  }

  @Override
  public String type() {
    return "createApplication";
  }

  @Override
  public String label() {
    return "Create application";
  }

  @Override
  public String description() {
    return "Creates an application, or changes the one of that name.";
  }
}
