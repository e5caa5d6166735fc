package dev.gennaker.ui.home;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds pipelines by name. */
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
  public List<Hit> find(String words, Actor actor, int limit) {
    if (words.length() < 2) {
      return List.of();
    }
    return applications.list(actor).stream()
        .map(Application::name)
        .flatMap(application -> pipelines.list(application, actor).stream())
        .filter(pipeline -> pipeline.name().toLowerCase(Locale.ROOT).contains(words))
        .limit(limit)
        .map(
            pipeline ->
                new Hit("workflow", pipeline.name(), pipeline.application(), address(pipeline)))
        .toList();
  }

  private static String address(Pipeline pipeline) {
    String name = URLEncoder.encode(pipeline.name(), StandardCharsets.UTF_8).replace("+", "%20");
    return "applications/%s/pipelines/%s/edit".formatted(pipeline.application(), name);
  }
}
