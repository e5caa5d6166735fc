package dev.gennaker.execution;

import dev.gennaker.execution.expression.Scope;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks the rest of the house for expressions. */
@Component
class Outsides {

  private final Pipelines pipelines;
  private final Applications applications;
  private final AllowedUrls urls;

  Outsides(Pipelines pipelines, Applications applications, AllowedUrls urls) {
    this.pipelines = pipelines;
    this.applications = applications;
    this.urls = urls;
  }

  /** For a run: which pipelines there are is no secret to it, the rest is its starter's to see. */
  Outside of(Run run) {
    return of(Actor.SYSTEM, run.created().startedBy());
  }

  /** Sees what the actor may see. */
  Outside of(Actor actor) {
    return of(actor, actor);
  }

  private Outside of(Actor finder, Actor actor) {
    return new Outside() {
      @Override
      public Optional<String> pipelineId(String application, String name) {
        return permitted(() -> pipelines.find(application, name, finder)).map(Pipeline::id);
      }

      @Override
      public Optional<Map<String, Object>> application(String name) {
        return permitted(() -> applications.find(name, actor))
            .map(
                application -> {
                  Map<String, Object> attributes =
                      new LinkedHashMap<>(Documents.plain(application.attributes()));
                  attributes.put("name", application.name());
                  return attributes;
                });
      }

      @Override
      public String fetch(String url) {
        return urls.fetch(url);
      }
    };
  }

  private static <T> T permitted(Supplier<T> question) {
    try {
      return question.get();
    } catch (NotPermitted refused) {
      throw Scope.fail(String.valueOf(refused.getMessage()));
    }
  }
}
