package dev.gennaker.ui.pipelines;

import dev.gennaker.pipeline.Pipeline;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where pipelines are edited. */
public final class PipelineAddress {

  private PipelineAddress() {}

  /** Relative to the root. */
  public static String edit(Pipeline pipeline) {
    return edit(pipeline.application(), pipeline.name());
  }

  /** Relative to the root; the pipeline need not exist yet. */
  public static String edit(String application, String name) {
    return "applications/%s/pipelines/%s/edit".formatted(part(application), part(name));
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
