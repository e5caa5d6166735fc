package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.StageContext;
import java.util.List;
import java.util.Map;

/**
 * One new server group of a deploy, and what it is to take over from.
 *
 * @param body the entry for this region, its image resolved
 * @param created key of the stage that creates the new one; what follows waits for it
 * @param wanted how many instances it has in the end
 * @param older those that serve, newest first
 */
record Rollout(
    ClusterEntry entry,
    Map<String, Object> body,
    Moniker moniker,
    String region,
    String created,
    int wanted,
    List<ServerGroup> older,
    StageContext context) {

  /** The same with its size known. */
  Rollout begun(int size, Map<String, Object> first) {
    return new Rollout(entry, first, moniker, region, created, size, older, context);
  }

  List<ShiftTraffic.Older> olderOnes() {
    return older.stream()
        .map(group -> new ShiftTraffic.Older(group.name(), group.desired()))
        .toList();
  }
}
