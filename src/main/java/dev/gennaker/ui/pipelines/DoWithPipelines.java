package dev.gennaker.ui.pipelines;

import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Finder;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the search does with pipelines: starts them, makes new ones; only what one may. */
@Component
@Order(35)
class DoWithPipelines implements Finder {

  private final Applications applications;
  private final Pipelines pipelines;
  private final Executions executions;
  private final Permissions permissions;

  DoWithPipelines(
      Applications applications,
      Pipelines pipelines,
      Executions executions,
      Permissions permissions) {
    this.applications = applications;
    this.pipelines = pipelines;
    this.executions = executions;
    this.permissions = permissions;
  }

  @Override
  public String heading() {
    return "Do";
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return applications.list(actor).stream()
        .map(Application::name)
        .flatMap(name -> Stream.concat(starts(name, actor), creation(name, actor)));
  }

  private Stream<Hit> starts(String application, Actor actor) {
    return permissions.allows(actor, Permission.EXECUTE, application)
        ? pipelines.list(application, actor).stream()
            .filter(pipeline -> !pipeline.disabled())
            .map(pipeline -> start(pipeline, actor))
        : Stream.empty();
  }

  private Hit start(Pipeline pipeline, Actor actor) {
    return Hit.act(
        "play",
        "Start %s…".formatted(pipeline.name()),
        pipeline.application(),
        () -> new StartDialog(pipeline, executions, actor).open());
  }

  private Stream<Hit> creation(String application, Actor actor) {
    return permissions.allows(actor, Permission.WRITE, application)
        ? Stream.of(
            Hit.act(
                "plus",
                "New pipeline in %s…".formatted(application),
                "",
                () -> new CreateDialog(application, pipelines, actor).open()))
        : Stream.empty();
  }
}
