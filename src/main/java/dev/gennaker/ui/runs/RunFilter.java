package dev.gennaker.ui.runs;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.execution.ExecutionQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which runs are listed; the address holds it.
 *
 * @param application null for all
 * @param pipeline its id; null for all of the application
 * @param state null for any
 */
record RunFilter(
    @Nullable String application, @Nullable String pipeline, @Nullable RunState state) {

  static RunFilter of(@Nullable String application, @Nullable String pipeline) {
    return new RunFilter(application, pipeline, null);
  }

  static RunFilter of(QueryParameters given) {
    return new RunFilter(
        given.getSingleParameter("application").orElse(null),
        given.getSingleParameter("pipeline").orElse(null),
        given.getSingleParameter("state").flatMap(RunState::named).orElse(null));
  }

  Location location() {
    Map<String, String> kept = new LinkedHashMap<>();
    if (application != null) {
      kept.put("application", application);
    }
    if (pipeline != null) {
      kept.put("pipeline", pipeline);
    }
    if (state != null) {
      kept.put("state", state.key());
    }
    return new Location("executions", QueryParameters.simple(kept));
  }

  ExecutionQuery query(@Nullable String before, int limit) {
    return new ExecutionQuery(
        application,
        null,
        pipeline == null ? Set.of() : Set.of(pipeline),
        state == null ? Set.of() : state.statuses(),
        before,
        limit);
  }
}
