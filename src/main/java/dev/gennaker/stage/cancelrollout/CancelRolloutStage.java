package dev.gennaker.stage.cancelrollout;

import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.PerServerGroup;
import dev.gennaker.stage.operation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Ends the deployment that works on a server group, and rolls back what it did or leaves it. */
@Component
class CancelRolloutStage implements StageType<CancelRollout> {

  private final PerServerGroup each;

  CancelRolloutStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "cancelRollout";
  }

  @Override
  public String label() {
    return "Cancel deployment";
  }

  @Override
  public String description() {
    return "Ends the deployment that works on a server group, and rolls back what it did or leaves it.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "ban";
  }

  @Override
  public Class<CancelRollout> settings() {
    return CancelRollout.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(CancelRollout settings) {
    return settings.on().problems();
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(PerServerGroup.OUTPUTS);
  }

  @Override
  public Outcome run(CancelRollout settings, StageContext context) {
    String change = settings.deploymentId() == null ? "" : settings.deploymentId().strip();
    boolean back = !Boolean.FALSE.equals(settings.rollBack());
    return each.run(
        this,
        settings.on(),
        Map.of("deploymentId", change, "rollBack", back),
        context,
        group -> Decision.act(new Operation.CancelChange(group.id(), change, back)));
  }
}
