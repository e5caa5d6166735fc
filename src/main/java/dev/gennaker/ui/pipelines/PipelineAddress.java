package dev.gennaker.ui.pipelines;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.pipeline.Pipeline;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where pipelines are edited and planned. */
public final class PipelineAddress {

  private static final String PARAMETER = "param";

  private PipelineAddress() {}

  /** Relative to the root. */
  public static String edit(Pipeline pipeline) {
    return edit(pipeline.application(), pipeline.name());
  }

  /** Relative to the root; the pipeline need not exist yet. */
  public static String edit(String application, String name) {
    return "applications/%s/pipelines/%s/edit".formatted(part(application), part(name));
  }

  /** Relative to the root; parameters are its {@link #query}. */
  public static String plan(Pipeline pipeline) {
    return "applications/%s/pipelines/%s/plan"
        .formatted(part(pipeline.application()), part(pipeline.name()));
  }

  /** Parameters of a start as they stand in an address: {@code ?param=version=1.2}. */
  public static QueryParameters query(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? QueryParameters.empty()
        : new QueryParameters(
            Map.of(
                PARAMETER,
                parameters.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .toList()));
  }

  /** The parameters an address holds; what has no {@code =} is ignored. */
  public static Map<String, String> parameters(QueryParameters query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    List<String> written = query.getParameters(PARAMETER);
    for (String one : written) {
      int end = one.indexOf('=');
      if (end > 0) {
        parameters.put(one.substring(0, end), one.substring(end + 1));
      }
    }
    return parameters;
  }

  /** A part of an address as it was meant; they arrive as they are written there. */
  public static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
