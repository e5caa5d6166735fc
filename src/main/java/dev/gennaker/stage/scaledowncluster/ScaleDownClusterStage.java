package dev.gennaker.stage.scaledowncluster;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.ClusterTarget;
import dev.gennaker.stage.operation.Others;
import dev.gennaker.stage.operation.PerServerGroup;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Scales all but some server groups of a cluster to zero; asks traffic guards first. */
@Component
class ScaleDownClusterStage implements StageType<ScaleDownCluster> {

  private final Others others;

  ScaleDownClusterStage(Others others) {
    this.others = others;
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
  public Category category() {
    return Category.OPERATE;
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
  public List<Problem> check(ScaleDownCluster settings) {
    return settings.on().problems();
  }

  @Override
  public Outcome run(ScaleDownCluster settings, StageContext context) {
    int keep = Objects.requireNonNullElse(settings.remainingFullSizeServerGroups(), 1);
    boolean larger = Boolean.TRUE.equals(settings.preferLargerOverNewer());
    boolean active = Boolean.TRUE.equals(settings.allowScaleDownActive());
    Others.Rule rule =
        new Others.Rule(
            keep, larger, group -> group.desired() > 0, group -> active || !Others.active(group));
    return others.run(
        settings.on(),
        rule,
        context,
        group ->
            PerServerGroup.child(
                "resizeServerGroup",
                "Scale down server group",
                group,
                Map.of("action", "scale_exact", "capacity", Map.of("desired", 0))));
  }
}
