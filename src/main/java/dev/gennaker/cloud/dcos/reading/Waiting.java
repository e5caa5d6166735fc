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

  private static final String END = "waiting for Marathon to end its deployment";

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
    List<String> evidence = evidence(group, reading, deployment, queued);
    int live = GroupReader.live(group).size();
    String where = group.location();
    if (group.desired() == 0) {
      return new Waiting(
          switch (live) {
            case 0 ->
                "no instance runs on %s, and none is wanted%s"
                    .formatted(where, deployment == null ? "" : "; " + END);
            case 1 -> "1 instance still runs on " + where + "; waiting for it to end";
            default -> live + " instances still run on " + where + "; waiting for them to end";
          },
          evidence);
    }
    List<String> waits = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    int missing = Math.max(0, group.desired() - live);
    long ending = Math.max(live - group.desired(), group.count(Health.DRAINING));
    if (ending > 0) {
      waits.add(ending + " to end");
    }
    if (queued != null && queued.count() > 0 && missing > 0) {
      queued(queued, reading, Math.min(missing, queued.count()), obstacles);
    }
    if (missing > 0 && obstacles.isEmpty()) {
      waits.add(missing + " to be placed");
    }
    health(group, reading, waits, obstacles);
    if (deployment != null) {
      notReady(deployment.notReady(reading.appId()), waits);
    }
    List<String> parts = new ArrayList<>();
    parts.add(start(group, reading, live));
    if (!waits.isEmpty()) {
      parts.add("waiting for " + String.join(", ", waits));
    }
    parts.addAll(obstacles);
    if (parts.size() == 1 && deployment != null) {
      parts.add(END);
    }
    return new Waiting(String.join("; ", parts), evidence);
  }

  private static String start(ServerGroup group, Reading reading, int live) {
    return live > group.desired()
        ? "%d instances run on %s, %d wanted".formatted(live, group.location(), group.desired())
        : "%d of %d instances %s on %s"
            .formatted(
                group.up(),
                group.desired(),
                reading.checks().isEmpty() ? "running" : "healthy",
                group.location());
  }

  private static void queued(Queued queued, Reading reading, int count, List<String> obstacles) {
    if (queued.delaySeconds() > 0) {
      obstacles.add(
          "%d %s again in %d s after failing%s"
              .formatted(
                  count,
                  count == 1 ? "starts" : "start",
                  queued.delaySeconds(),
                  reading.lastFailure() == null
                      ? ""
                      : " (" + reading.lastFailure().sentence() + ")"));
    } else if (unfit(queued)) {
      obstacles.add(
          "no agent fits %d: %s".formatted(count, queued.rejections().getFirst().words()));
    }
  }

  /** Whether offers come, but the latest of them fit nothing that waits. */
  public static boolean unfit(Queued queued) {
    return queued.count() > 0 && !queued.rejections().isEmpty();
  }

  private static void notReady(List<Deployment.Readiness> readiness, List<String> waits) {
    if (!readiness.isEmpty()) {
      String answer = readiness.getFirst().answer();
      waits.add(
          "%d to become ready%s"
              .formatted(
                  readiness.size(), answer.isEmpty() ? "" : " (last answer " + answer + ")"));
    }
  }

  private static void health(
      ServerGroup group, Reading reading, List<String> waits, List<String> obstacles) {
    long staging = 0;
    long unchecked = 0;
    for (var instance : group.instances()) {
      if (instance.health() != Health.STARTING) {
        continue;
      }
      if (instance.startedAt() == null) {
        staging++;
      } else if (!instance.reason().startsWith("not ready")) {
        unchecked++;
      }
    }
    if (staging > 0) {
      waits.add(staging + " to start");
    }
    if (unchecked > 0) {
      waits.add(unchecked + " to pass " + reading.checks());
    }
    long down = group.count(Health.DOWN);
    if (down > 0) {
      obstacles.add(down + (down == 1 ? " fails " : " fail ") + reading.checks());
    }
    long lost = group.count(Health.UNREACHABLE);
    if (lost > 0) {
      obstacles.add(lost + (lost == 1 ? " is" : " are") + " out of reach of the Mesos master");
    }
  }

  private static List<String> evidence(
      ServerGroup group,
      Reading reading,
      @Nullable Deployment deployment,
      @Nullable Queued queued) {
    List<String> evidence = new ArrayList<>();
    if (deployment != null) {
      String doing = deployment.doing(reading.appId());
      evidence.add(
          "Deployment %s, step %d of %d%s"
              .formatted(
                  deployment.id(),
                  deployment.step(),
                  deployment.steps(),
                  doing.isEmpty() ? "" : ": " + doing));
      List<String> others =
          deployment.apps().stream().filter(app -> !app.equals(reading.appId())).toList();
      if (!others.isEmpty()) {
        evidence.add("It also changes " + String.join(", ", others));
      }
    }
    if (queued != null) {
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
    if (deployment != null) {
      deployment
          .notReady(reading.appId())
          .forEach(r -> evidence.add("Not ready: " + r.taskId() + " answered " + r.answer()));
    }
    for (var instance : group.instances()) {
      if (instance.health() == Health.DOWN) {
        evidence.add(instance.id() + " on " + instance.host() + " " + instance.reason());
      }
    }
    if (reading.lastFailure() != null) {
      evidence.add(
          "Last failure at %s: %s"
              .formatted(reading.lastFailure().timestamp(), reading.lastFailure().sentence()));
    }
    return List.copyOf(evidence);
  }
}
