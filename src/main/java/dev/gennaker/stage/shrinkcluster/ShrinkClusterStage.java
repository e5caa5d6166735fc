package dev.gennaker.stage.shrinkcluster;

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

/** Destroys all but some server groups of a cluster; asks traffic guards first. */
@Component
class ShrinkClusterStage implements StageType<ShrinkCluster> {

  private final Others others;

  ShrinkClusterStage(Others others) {
    this.others = others;
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
  public Category category() {
    return Category.OPERATE;
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
  public List<Problem> check(ShrinkCluster settings) {
    return settings.on().problems();
  }

  @Override
  public Outcome run(ShrinkCluster settings, StageContext context) {
    int keep = Objects.requireNonNullElse(settings.shrinkToSize(), 1);
    boolean larger = Boolean.TRUE.equals(settings.retainLargerOverNewer());
    boolean active = Boolean.TRUE.equals(settings.allowDeleteActive());
    Others.Rule rule =
        new Others.Rule(keep, larger, group -> true, group -> active || !Others.active(group));
    return others.run(
        settings.on(),
        rule,
        context,
        group ->
            PerServerGroup.child("destroyServerGroup", "Destroy server group", group, Map.of()));
  }
}
