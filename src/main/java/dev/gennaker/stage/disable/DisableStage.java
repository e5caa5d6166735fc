package dev.gennaker.stage.disable;

import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.PerServerGroup;
import dev.gennaker.stage.operation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a server group out of service, remembering its size; asks traffic guards first. */
@Component
class DisableStage implements StageType<Disable> {

  private final PerServerGroup each;

  DisableStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "disableServerGroup";
  }

  @Override
  public String label() {
    return "Disable server group";
  }

  @Override
  public String description() {
    return "Takes a server group out of service and remembers its size, so that it can be enabled again.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "power-off";
  }

  @Override
  public Class<Disable> settings() {
    return Disable.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(Disable settings) {
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
  public Outcome run(Disable settings, StageContext context) {
    boolean force = Boolean.TRUE.equals(settings.forceDeployment());
    Map<String, @Nullable Object> options = new HashMap<>();
    options.put("forceDeployment", force);
    options.put("rememberSize", settings.rememberSize());
    return each.run(
        this,
        settings.on(),
        options,
        context,
        group -> Decision.act(new Operation.Disable(group.id(), force, settings.rememberSize())));
  }
}
