package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Queued;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an app that is not settled waits for.
 *
 * @param sentence e.g. {@code 4 of 6 instances healthy on dcos-east; waiting for 2 to pass HTTP
 *     /health}
 * @param evidence the facts behind it, one a line
 */
public record Waiting(String sentence, List<String> evidence) {

  /**
   * Explains the state of an app.
   *
   * @param group with what deployments tell about its instances
   * @param deployment the one working on it; null for none
   * @param queued what waits to be placed; null for nothing
   */
  public static Waiting of(
      ServerGroup group,
      Reading reading,
      @Nullable Deployment deployment,
      @Nullable Queued queued) {
    List<String> waits = new ArrayList<>();
    List<String> evidence = new ArrayList<>();
    int live = GroupReader.live(group).size();
    if (deployment != null) {
      evidence.add(
          "Deployment %s, step %d of %d: %s"
              .formatted(
                  deployment.id(),
                  deployment.step(),
                  deployment.steps(),
                  deployment.doing(reading.appId())));
    }
    if (live > group.desired()) {
      waits.add("waiting for " + (live - group.desired()) + " to end");
    }
    if (queued != null) {
      queued(queued, reading, waits, evidence);
    }
    if (deployment != null) {
      notReady(deployment.notReady(reading.appId()), waits, evidence);
    }
    health(group, reading, waits, evidence);
    if (waits.isEmpty() && live < group.desired()) {
      waits.add("waiting for " + (group.desired() - live) + " to be placed");
    }
    if (reading.lastFailure() != null) {
      evidence.add(
          "Last failure at %s: %s"
              .formatted(reading.lastFailure().timestamp(), reading.lastFailure().sentence()));
    }
    return new Waiting(sentence(group, reading, waits), List.copyOf(evidence));
  }

  private static String sentence(ServerGroup group, Reading reading, List<String> waits) {
    String start =
        "%d of %d instances %s on %s"
            .formatted(
                group.up(),
                group.desired(),
                reading.checks().isEmpty() ? "running" : "healthy",
                group.location());
    return waits.isEmpty() ? start : start + "; " + String.join(", ", waits);
  }

  private static void queued(
      Queued queued, Reading reading, List<String> waits, List<String> evidence) {
    if (queued.delaySeconds() > 0) {
      waits.add(
          "%d start again in %d s after failing%s"
              .formatted(
                  queued.count(),
                  queued.delaySeconds(),
                  reading.lastFailure() == null
                      ? ""
                      : " (" + reading.lastFailure().sentence() + ")"));
    } else if (unfit(queued)) {
      waits.add(
          "no agent fits %d: %s".formatted(queued.count(), queued.rejections().getFirst().words()));
    }
    for (Queued.Rejection rejection : queued.rejections()) {
      evidence.add(
          "%d of %d offers declined: %s (%s)"
              .formatted(
                  rejection.declined(),
                  rejection.processed(),
                  rejection.words(),
                  rejection.reason()));
    }
  }

  /** Whether offers come, but the latest of them fit nothing that waits. */
  public static boolean unfit(Queued queued) {
    return queued.count() > 0 && !queued.rejections().isEmpty();
  }

  private static void notReady(
      List<Deployment.Readiness> readiness, List<String> waits, List<String> evidence) {
    if (!readiness.isEmpty()) {
      String answer = readiness.getFirst().answer();
      waits.add(
          "waiting for %d to become ready%s"
              .formatted(
                  readiness.size(), answer.isEmpty() ? "" : " (last answer " + answer + ")"));
      readiness.forEach(r -> evidence.add("Not ready: " + r.taskId() + " answered " + r.answer()));
    }
  }

  private static void health(
      ServerGroup group, Reading reading, List<String> waits, List<String> evidence) {
    long staging = 0;
    long unchecked = 0;
    long down = 0;
    for (var instance : group.instances()) {
      boolean fresh = instance.startedAt() == null;
      if (instance.health() == Health.STARTING && fresh) {
        staging++;
      } else if (instance.health() == Health.STARTING
          && !instance.reason().startsWith("not ready")) {
        unchecked++;
      } else if (instance.health() == Health.DOWN) {
        down++;
        evidence.add(instance.id() + " on " + instance.host() + " " + instance.reason());
      }
    }
    if (staging > 0) {
      waits.add("waiting for " + staging + " to start");
    }
    if (unchecked > 0) {
      waits.add("waiting for " + unchecked + " to pass " + reading.checks());
    }
    if (down > 0) {
      waits.add(down + (down == 1 ? " fails " : " fail ") + reading.checks());
    }
  }
}
