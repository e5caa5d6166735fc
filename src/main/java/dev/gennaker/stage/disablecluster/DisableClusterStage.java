package dev.gennaker.stage.disablecluster;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.OthersStage;
import dev.gennaker.stage.operation.PerServerGroup;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes all but some server groups of a cluster out of service; asks traffic guards first. */
@Component
class DisableClusterStage extends OthersStage<DisableCluster> {

  DisableClusterStage(Others others) {
    super(others);
  }

  @Override
  public String type() {
    return "disableCluster";
  }

  @Override
  public String label() {
    return "Disable cluster";
  }

  @Override
  public String description() {
    return "Takes all but the newest server groups of a cluster out of service.";
  }

  @Override
  public String icon() {
    return "server-off";
  }

  @Override
  public Class<DisableCluster> settings() {
    return DisableCluster.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "all but "
        + settings.getOrDefault("remainingEnabledServerGroups", 1)
        + " of "
        + ClusterTarget.headline(settings);
  }

  @Override
  protected ClusterTarget on(DisableCluster settings) {
    return settings.on();
  }

  @Override
  protected Others.Rule rule(DisableCluster settings) {
    return new Others.Rule(
        Objects.requireNonNullElse(settings.remainingEnabledServerGroups(), 1),
        Boolean.TRUE.equals(settings.preferLargerOverNewer()),
        Others::active,
        group -> true);
  }

  @Override
  protected ChildStage child(ServerGroup group) {
    return PerServerGroup.child("disableServerGroup", "Disable server group", group, Map.of());
  }
}
