package dev.gennaker.ui.runs;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the runs of an application or a pipeline. */
@Component
@Order(37)
class FindRuns implements Finder {

  private final Applications applications;
  private final Pipelines pipelines;

  FindRuns(Applications applications, Pipelines pipelines) {
    this.applications = applications;
    this.pipelines = pipelines;
  }

  @Override
  public String heading() {
    return "Runs";
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return applications.list(actor).stream()
        .map(Application::name)
        .flatMap(
            name ->
                Stream.concat(
                    Stream.of(hit(name, "", RunFilter.of(name, null))),
                    pipelines.list(name, actor).stream().map(FindRuns::hit)));
  }

  private static Hit hit(Pipeline pipeline) {
    return hit(
        pipeline.name(),
        pipeline.application(),
        RunFilter.of(pipeline.application(), pipeline.id()));
  }

  private static Hit hit(String name, String detail, RunFilter filter) {
    return Hit.open(
        "list-tree", "Runs of " + name, detail, filter.location().getPathWithQueryParameters());
  }
}
