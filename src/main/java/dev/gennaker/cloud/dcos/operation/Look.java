package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.marathon.Queued;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import dev.gennaker.cloud.dcos.reading.Overlay;
import dev.gennaker.cloud.dcos.reading.Reading;
import dev.gennaker.cloud.dcos.reading.Waiting;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An app as it is at this moment, read from Marathon itself and never from the inventory.
 *
 * @param deployment the one working on it; null when it is settled
 * @param queued what of it waits to be placed; null for nothing
 */
record Look(
    App app,
    Reading reading,
    ServerGroup group,
    @Nullable Deployment deployment,
    @Nullable Queued queued) {

  /** Reads an app; empty when it is gone. */
  static Optional<Look> at(Marathon marathon, String account, String appId) {
    return marathon.app(appId).map(app -> of(marathon, account, app));
  }

  private static Look of(Marathon marathon, String account, App app) {
    Reading reading = new GroupReader(marathon.cluster(), List.of(account)).read(app);
    Deployment deployment =
        app.deployments().isEmpty() ? null : deployment(marathon, app.id()).orElse(null);
    ServerGroup group =
        deployment == null
            ? reading.group()
            : Overlay.withReadiness(reading.group(), deployment.notReady(app.id()));
    boolean settled = deployment == null && group.up() == group.desired();
    Queued queued =
        settled
            ? null
            : marathon.queue().stream()
                .filter(one -> one.app().equals(app.id()))
                .findFirst()
                .orElse(null);
    return new Look(app, reading, group, deployment, queued);
  }

  /** The deployment working on an app, which may already be gone itself. */
  static Optional<Deployment> deployment(Marathon marathon, String appId) {
    return marathon.deployments().stream().filter(d -> d.apps().contains(appId)).findFirst();
  }

  int live() {
    return GroupReader.live(group).size();
  }

  /** How many live instances are older than its present definition. */
  long outdated(Instant since) {
    Set<String> live = GroupReader.live(group);
    return group.instances().stream()
        .filter(instance -> live.contains(instance.id()))
        .filter(instance -> moment(instance.version()).isBefore(since))
        .count();
  }

  /** One without a version is taken for new: it was not started yet. */
  private static Instant moment(String version) {
    try {
      return Instant.parse(version);
    } catch (DateTimeParseException e) {
      return Instant.MAX;
    }
  }

  boolean starting() {
    return group.count(dev.gennaker.cloud.Instance.Health.STARTING) > 0;
  }

  Waiting waiting() {
    return Waiting.of(group, reading, deployment, queued);
  }

  Map<String, Object> evidence(Waiting waiting) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("app", app.id());
    if (deployment != null) {
      evidence.put("deployment", deployment.id());
      evidence.put("step", deployment.step() + " of " + deployment.steps());
      evidence.put("action", deployment.doing(app.id()));
    }
    evidence.put("facts", waiting.evidence());
    return evidence;
  }
}
