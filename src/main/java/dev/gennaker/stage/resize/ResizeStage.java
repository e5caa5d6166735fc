package dev.gennaker.stage.resize;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.PerServerGroup;
import dev.gennaker.stage.operation.Target;
import dev.gennaker.stage.operation.Targets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Changes how many instances a server group has; asks traffic guards before going to none. */
@Component
class ResizeStage implements StageType<Resize> {

  private final PerServerGroup each;
  private final Targets targets;
  private final Clouds clouds;

  ResizeStage(PerServerGroup each, Targets targets, Clouds clouds) {
    this.each = each;
    this.targets = targets;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return "resizeServerGroup";
  }

  @Override
  public String label() {
    return "Resize server group";
  }

  @Override
  public String description() {
    return "Changes how many instances a server group has: to a size, by a number, or by a share.";
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "move-vertical";
  }

  @Override
  public Class<Resize> settings() {
    return Resize.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Size.headline(settings) + ", " + Target.headline(settings);
  }

  @Override
  public List<Problem> check(Resize settings) {
    return Stream.concat(settings.on().problems().stream(), Size.problems(settings).stream())
        .toList();
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
  public Outcome run(Resize settings, StageContext context) {
    return each.run(
        this, settings.on(), settings.options(), context, group -> decide(settings, group));
  }

  private Decision decide(Resize settings, ServerGroup group) {
    List<ServerGroup> cluster =
        targets.cluster(group.id().account(), group.id().region(), group.cluster());
    return switch (Size.of(settings, group, cluster, clouds::find)) {
      case Size.Of(int desired) ->
          Decision.act(
              new Operation.Resize(
                  group.id(), desired, Boolean.TRUE.equals(settings.forceDeployment())));
      case Size.Unknown(String reason) -> new Decision.Instead(Outcome.failed(reason));
    };
  }
}
