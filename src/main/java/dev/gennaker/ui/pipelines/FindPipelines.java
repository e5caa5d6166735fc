package dev.gennaker.ui.pipelines;

import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds pipelines by name and application. */
@Component
@Order(30)
class FindPipelines implements Finder {

  private final Applications applications;
  private final Pipelines pipelines;

  FindPipelines(Applications applications, Pipelines pipelines) {
    this.applications = applications;
    this.pipelines = pipelines;
  }

  @Override
  public String heading() {
    return "Pipelines";
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return applications.list(actor).stream()
        .flatMap(application -> pipelines.list(application.name(), actor).stream())
        .map(
            pipeline ->
                Hit.open(
                    "workflow",
                    pipeline.name(),
                    pipeline.application(),
                    PipelineAddress.edit(pipeline)));
  }
}
