package dev.gennaker.stage.disablecluster;

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

/** Takes all but some server groups of a cluster out of service; asks traffic guards first. */
@Component
class DisableClusterStage implements StageType<DisableCluster> {

  private final Others others;

  DisableClusterStage(Others others) {
    this.others = others;
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
  public Category category() {
    return Category.OPERATE;
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
  public List<Problem> check(DisableCluster settings) {
    return settings.on().problems();
  }

  @Override
  public Outcome run(DisableCluster settings, StageContext context) {
    int keep = Objects.requireNonNullElse(settings.remainingEnabledServerGroups(), 1);
    boolean larger = Boolean.TRUE.equals(settings.preferLargerOverNewer());
    Others.Rule rule = new Others.Rule(keep, larger, Others::active, group -> true);
    return others.run(
        settings.on(),
        rule,
        context,
        group ->
            PerServerGroup.child("disableServerGroup", "Disable server group", group, Map.of()));
  }
}
