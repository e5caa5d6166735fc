package dev.gennaker.stage.revert;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gives a server group that is changed in place the definition of a former version. */
@Component
class RevertStage implements StageType<Revert> {

  private final PerServerGroup each;

  RevertStage(PerServerGroup each) {
    this.each = each;
  }

  @Override
  public String type() {
    return "revertServerGroup";
  }

  @Override
  public String label() {
    return "Revert server group";
  }

  @Override
  public String description() {
    return "Gives a server group that is changed in place the definition of a former version.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "history";
  }

  @Override
  public Class<Revert> settings() {
    return Revert.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Target.headline(settings);
  }

  @Override
  public List<Problem> check(Revert settings) {
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
  public Outcome run(Revert settings, StageContext context) {
    boolean force = Boolean.TRUE.equals(settings.forceDeployment());
    String version = Objects.requireNonNullElse(settings.version(), "").strip();
    return each.run(
        this,
        settings.on(),
        Map.of("forceDeployment", force, "version", version),
        context,
        group -> Decision.act(new Operation.Revert(group.id(), version, force)));
  }
}
