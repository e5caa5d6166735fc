package dev.gennaker.stage.resetdelay;

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

/** Starts at once the instances that the platform holds back after failures. */
@Component
class ResetDelayStage implements StageType<ResetDelay> {

  private final PerServerGroup each;

  ResetDelayStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "resetLaunchDelay";
  }

  @Override
  public String label() {
    return "Reset launch delay";
  }

  @Override
  public String description() {
    return "Starts at once the instances that the platform holds back after failures.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "timer";
  }

  @Override
  public Class<ResetDelay> settings() {
    return ResetDelay.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(ResetDelay settings) {
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
  public Outcome run(ResetDelay settings, StageContext context) {
    return each.run(
        this,
        settings.on(),
        Map.of(),
        context,
        group -> Decision.act(new Operation.ResetDelay(group.id())));
  }
}
