package dev.gennaker.stage.destroy;

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

/** Takes a server group out of service, then removes it; asks traffic guards first. */
@Component
class DestroyStage implements StageType<Destroy> {

  private final PerServerGroup each;

  DestroyStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "destroyServerGroup";
  }

  @Override
  public String label() {
    return "Destroy server group";
  }

  @Override
  public String description() {
    return "Takes a server group out of service and removes it for good.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "trash-2";
  }

  @Override
  public Class<Destroy> settings() {
    return Destroy.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(Destroy settings) {
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
  public Outcome run(Destroy settings, StageContext context) {
    boolean force = Boolean.TRUE.equals(settings.forceDeployment());
    boolean atOnce = Boolean.TRUE.equals(settings.skipDisableBeforeDestroy());
    return each.run(
        this,
        settings.on(),
        Map.of("forceDeployment", force, "skipDisableBeforeDestroy", atOnce),
        context,
        group -> {
          Operation destroy = new Operation.Destroy(group.id(), force);
          return atOnce || group.disabled()
              ? Decision.act(destroy)
              : Decision.act(new Operation.Disable(group.id(), force), destroy);
        });
  }
}
