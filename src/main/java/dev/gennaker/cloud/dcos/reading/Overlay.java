package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Queued;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts onto a server group what only deployments and the queue tell. */
public final class Overlay {

  private Overlay() {}

  /**
   * The group as it is to be shown.
   *
   * @param since when the deployment was first seen
   */
  public static ServerGroup of(
      Reading reading, Deployment deployment, @Nullable Queued queued, Instant since) {
    ServerGroup group = withReadiness(reading.group(), deployment.notReady(reading.appId()));
    Waiting waiting = Waiting.of(group, reading, deployment, queued);
    return group.with(
        group.instances(),
        new Change(
            deployment.id(),
            since,
            deployment.step(),
            deployment.steps(),
            deployment.doing(reading.appId()),
            waiting.sentence(),
            waiting.evidence()));
  }

  /** The group with those instances starting that did not say yet that they are ready. */
  public static ServerGroup withReadiness(ServerGroup group, List<Deployment.Readiness> notReady) {
    if (notReady.isEmpty()) {
      return group;
    }
    Map<String, String> answers =
        notReady.stream()
            .collect(
                Collectors.toMap(
                    Deployment.Readiness::taskId, Deployment.Readiness::answer, (a, _) -> a));
    List<Instance> instances =
        group.instances().stream()
            .map(i -> answers.containsKey(i.id()) ? notReady(i, answers.get(i.id())) : i)
            .toList();
    return group.with(instances, group.change());
  }

  private static Instance notReady(Instance instance, @Nullable String answer) {
    return instance.health() != Health.UP
        ? instance
        : new Instance(
            instance.id(),
            Health.STARTING,
            answer == null || answer.isEmpty() ? "not ready" : "not ready: " + answer,
            instance.host(),
            instance.ports(),
            instance.addresses(),
            instance.stagedAt(),
            instance.startedAt(),
            instance.version());
  }
}
