package dev.gennaker.stage.scaledowncluster;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.OthersStage;
import dev.gennaker.stage.operation.PerServerGroup;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Scales all but some server groups of a cluster to zero; asks traffic guards first. */
@Component
class ScaleDownClusterStage extends OthersStage<ScaleDownCluster> {

  ScaleDownClusterStage(Others others) {
    super(others);
  }

  @Override
  public String type() {
    return "scaleDownCluster";
  }

  @Override
  public String label() {
    return "Scale down cluster";
  }

  @Override
  public String description() {
    return "Scales all but the newest server groups of a cluster to zero instances.";
  }

  @Override
  public String icon() {
    return "arrow-down";
  }

  @Override
  public Class<ScaleDownCluster> settings() {
    return ScaleDownCluster.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "all but "
        + settings.getOrDefault("remainingFullSizeServerGroups", 1)
        + " of "
        + ClusterTarget.headline(settings);
  }

  @Override
  protected ClusterTarget on(ScaleDownCluster settings) {
    return settings.on();
  }

  @Override
  protected Others.Rule rule(ScaleDownCluster settings) {
    boolean active = Boolean.TRUE.equals(settings.allowScaleDownActive());
    return new Others.Rule(
        Objects.requireNonNullElse(settings.remainingFullSizeServerGroups(), 1),
        Boolean.TRUE.equals(settings.preferLargerOverNewer()),
        group -> group.desired() > 0,
        group -> active || !Others.active(group));
  }

  @Override
  protected ChildStage child(ServerGroup group) {
    return PerServerGroup.child(
        "resizeServerGroup",
        "Scale down server group",
        group,
        Map.of("action", "scale_exact", "capacity", Map.of("desired", 0)));
  }
}
