package dev.gennaker.cloud.dcos.marathon;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A job as Metronome tells it, with its runs. */
public record Job(JsonNode json) {

  public String label(String key) {
    return json.path("labels").path(key).asString("");
  }

  /** The first run there was of it, be it over or not; empty when none was started. */
  public Optional<JobRun> run() {
    JsonNode history = json.path("history");
    Stream<JobRun> active = json.path("activeRuns").valueStream().map(JobRun::active);
    Stream<JobRun> good =
        history
            .path("successfulFinishedRuns")
            .valueStream()
            .map(run -> JobRun.ended(run, "SUCCESS"));
    Stream<JobRun> bad =
        history.path("failedFinishedRuns").valueStream().map(run -> JobRun.ended(run, "FAILED"));
    // Ids begin with the time. A run may be told twice while it ends: over counts.
    return Stream.of(good, bad, active)
        .flatMap(runs -> runs)
        .min(Comparator.comparing(JobRun::id).thenComparing(run -> !run.over()));
  }
}
