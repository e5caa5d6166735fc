package dev.gennaker.stage.restart;

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

/** Replaces all instances of a server group by new ones of the same definition. */
@Component
class RestartStage implements StageType<Restart> {

  private final PerServerGroup each;

  RestartStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "restartServerGroup";
  }

  @Override
  public String label() {
    return "Restart server group";
  }

  @Override
  public String description() {
    return "Replaces all instances of a server group by new ones of the same definition.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "rotate-ccw";
  }

  @Override
  public Class<Restart> settings() {
    return Restart.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(Restart settings) {
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
  public Outcome run(Restart settings, StageContext context) {
    boolean force = Boolean.TRUE.equals(settings.forceDeployment());
    return each.run(
        this,
        settings.on(),
        Map.of("forceDeployment", force),
        context,
        group -> Decision.act(new Operation.Restart(group.id(), force)));
  }
}
