package dev.gennaker.stage.shrinkcluster;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.OthersStage;
import dev.gennaker.stage.operation.PerServerGroup;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Destroys all but some server groups of a cluster; asks traffic guards first. */
@Component
class ShrinkClusterStage extends OthersStage<ShrinkCluster> {

  ShrinkClusterStage(Others others) {
    super(others);
  }

  @Override
  public String type() {
    return "shrinkCluster";
  }

  @Override
  public String label() {
    return "Shrink cluster";
  }

  @Override
  public String description() {
    return "Removes all but the newest server groups of a cluster for good.";
  }

  @Override
  public String icon() {
    return "archive";
  }

  @Override
  public Class<ShrinkCluster> settings() {
    return ShrinkCluster.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "to "
        + settings.getOrDefault("shrinkToSize", 1)
        + " of "
        + ClusterTarget.headline(settings);
  }

  @Override
  protected ClusterTarget on(ShrinkCluster settings) {
    return settings.on();
  }

  @Override
  protected Others.Rule rule(ShrinkCluster settings) {
    boolean active = Boolean.TRUE.equals(settings.allowDeleteActive());
    return new Others.Rule(
        Objects.requireNonNullElse(settings.shrinkToSize(), 1),
        Boolean.TRUE.equals(settings.retainLargerOverNewer()),
        group -> true,
        group -> active || !Others.active(group));
  }

  @Override
  protected ChildStage child(ServerGroup group) {
    return PerServerGroup.child("destroyServerGroup", "Destroy server group", group, Map.of());
  }
}
