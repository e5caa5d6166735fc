package dev.gennaker.api;

import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Pipeline documents as they go out and come in: with the revision as token. */
final class PipelineConfig {

  private static final String REVISION = "revision";

  private PipelineConfig() {}

  static ObjectNode out(Pipeline pipeline) {
    return pipeline.document().put(REVISION, pipeline.revision());
  }

  /**
   * The revision an edit is based on, taken out of the document: {@code revision} where it is a
   * number, else the revision that was saved at {@code updateTs}. A moment at which this pipeline
   * was never saved comes from elsewhere and says nothing.
   */
  static @Nullable Integer basedOn(ObjectNode document, Pipelines pipelines, Actor actor) {
    if (document.path(REVISION).isIntegralNumber()) {
      int revision = document.path(REVISION).intValue();
      document.remove(REVISION);
      return revision;
    }
    String savedAt = document.path("updateTs").asString("");
    String id = document.path("id").asString("");
    return savedAt.isEmpty() || id.isEmpty()
        ? null
        : pipelines.revisions(id, actor).stream()
            .filter(r -> String.valueOf(r.savedAt().toEpochMilli()).equals(savedAt))
            .findFirst()
            .map(r -> r.number())
            .orElse(null);
  }
}
