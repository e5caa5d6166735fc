package dev.gennaker.stage.application;

import dev.gennaker.pipeline.Applications;
import org.springframework.stereotype.Component;

@Component
class UpdateApplicationStage extends UpsertApplication {

  UpdateApplicationStage(Applications applications) {
    super(applications);
  }

  @Override
  public String type() {
    return "updateApplication";
  }

  @Override
  public String label() {
    return "Update application";
  }

  @Override
  public String description() {
    return "Changes the attributes of an application that are given.";
  }
}
