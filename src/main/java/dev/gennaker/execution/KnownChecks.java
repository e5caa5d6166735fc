package dev.gennaker.execution;

import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.stage.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is wrong with documents, known for a few seconds: a pipeline that is started a hundred times
 * in a row is looked at once. Keyed by the document itself, never by what it says it is.
 */
@Component
class KnownChecks {

  private static final Duration FRESH = Duration.ofSeconds(10);
  private static final int MOST = 100;

  /** Larger ones are looked at each time, instead of being held in memory. */
  private static final int MOST_STAGES = 50;

  private final Pipelines pipelines;
  private final Clock clock;
  private final Map<String, Known> known =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
          return size() > MOST;
        }
      };

  KnownChecks(Pipelines pipelines, Clock clock) {
    this.pipelines = pipelines;
    this.clock = clock;
  }

  private record Known(ObjectNode document, List<Problem> problems, Instant at) {}

  /** The errors of a document. */
  List<Problem> errors(StartRequest request) {
    Instant now = clock.instant();
    ObjectNode document = request.document();
    String key = request.pipelineId();
    if (key == null || document.path("stages").size() > MOST_STAGES) {
      return look(document);
    }
    Known last = get(key);
    if (last != null && fresh(last.at, now) && last.document.equals(document)) {
      return last.problems;
    }
    Known fresh = new Known(document.deepCopy(), look(document), now);
    put(key, fresh);
    return fresh.problems;
  }

  private List<Problem> look(ObjectNode document) {
    return pipelines.check(document).stream().filter(Problem::isError).toList();
  }

  private static boolean fresh(Instant at, Instant now) {
    return !now.isBefore(at) && now.isBefore(at.plus(FRESH));
  }

  private @Nullable Known get(String key) {
    synchronized (known) {
      return known.get(key);
    }
  }

  private void put(String key, Known fresh) {
    synchronized (known) {
      known.put(key, fresh);
    }
  }
}
