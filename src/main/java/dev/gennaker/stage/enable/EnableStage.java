package dev.gennaker.stage.enable;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
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

/** Puts a server group back into service with its remembered size, or with another one. */
@Component
class EnableStage implements StageType<Enable> {

  private final PerServerGroup each;

  EnableStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "enableServerGroup";
  }

  @Override
  public String label() {
    return "Enable server group";
  }

  @Override
  public String description() {
    return "Puts a disabled server group back into service with the size it had.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "power";
  }

  @Override
  public Class<Enable> settings() {
    return Enable.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(Enable settings) {
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
  public Outcome run(Enable settings, StageContext context) {
    boolean force = Boolean.TRUE.equals(settings.forceDeployment());
    Map<String, @Nullable Object> options = new HashMap<>();
    options.put("forceDeployment", force);
    options.put("targetSize", settings.targetSize());
    options.put("desiredPercentage", settings.desiredPercentage());
    return each.run(
        this,
        settings.on(),
        options,
        context,
        group -> Decision.act(new Operation.Enable(group.id(), desired(settings, group), force)));
  }

  /** Null leaves it to the remembered size. */
  static @Nullable Integer desired(Enable settings, ServerGroup group) {
    @Nullable Integer remembered = group.rememberedSize();
    @Nullable Double percentage = settings.desiredPercentage();
    if (settings.targetSize() != null || percentage == null || remembered == null) {
      return settings.targetSize();
    }
    return (int) Math.ceil(remembered * percentage / 100);
  }
}
