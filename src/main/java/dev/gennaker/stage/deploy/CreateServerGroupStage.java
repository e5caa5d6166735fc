package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Ending;
import dev.gennaker.stage.operation.Operations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Creates one server group and follows it until it serves; where it does not, in time, and the
 * settings ask for it, takes it back out.
 */
@Component
class CreateServerGroupStage implements StageType<CreateServerGroup> {

  static final String TYPE = "createServerGroup";

  private static final String PART = "deploy";

  private final Operations operations;
  private final Capacity capacity;
  private final Rollback rollback;
  private final Clouds clouds;

  CreateServerGroupStage(
      Operations operations, Capacity capacity, Rollback rollback, Clouds clouds) {
    this.operations = operations;
    this.capacity = capacity;
    this.rollback = rollback;
    this.clouds = clouds;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String label() {
    return "Create server group";
  }

  @Override
  public String description() {
    return "Creates one server group and waits until it serves; a deploy stage is made of these.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "package";
  }

  @Override
  public Class<CreateServerGroup> settings() {
    return CreateServerGroup.class;
  }

  @Override
  public boolean offered() {
    return false;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return settings.get("cluster") instanceof Map<?, ?> cluster
        ? Headline.ofEntry(cluster)
        : "nothing yet";
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(
        Stream.concat(Progress.OUTPUTS.stream(), Stream.of(Deployed.GROUPS, Deployed.ACCOUNT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public Outcome run(CreateServerGroup settings, StageContext context) {
    ClusterEntry entry = new ClusterEntry(Objects.requireNonNullElse(settings.cluster(), Map.of()));
    if (rollback.began(context)) {
      return rollback.goOn(entry, context);
    }
    return operations.carryOut(PART, context, () -> decide(entry, context), ending(entry, context));
  }

  /** Also when it timed out. */
  @Override
  public void cancel(CreateServerGroup settings, StageContext context) {
    ClusterEntry entry = new ClusterEntry(Objects.requireNonNullElse(settings.cluster(), Map.of()));
    if (operations.began(PART, context)) {
      rollback.ask(entry, context);
    }
  }

  private Decision decide(ClusterEntry entry, StageContext context) {
    if (entry.regions().isEmpty()) {
      return new Decision.Instead(Outcome.failed("It says no region; choose where it runs"));
    }
    String region = entry.regions().getFirst();
    return switch (capacity.of(entry, region, context)) {
      case Capacity.Size(var desired) ->
          Decision.act(
              new Operation.Deploy(
                  entry.account(),
                  region,
                  entry.moniker(context.application()),
                  entry.body(),
                  desired,
                  entry.inPlace() ? Operation.Model.IN_PLACE : Operation.Model.VERSIONED));
      case Capacity.Unknown(String reason) -> new Decision.Instead(Outcome.failed(reason));
    };
  }

  private Ending ending(ClusterEntry entry, StageContext context) {
    return new Ending() {
      @Override
      public Outcome finished(Map<String, Object> outputs) {
        String region = entry.regions().getFirst();
        Map<String, Object> all = new HashMap<>(Deployed.of(outputs, entry.account(), region));
        ServerGroupId id = Created.id(all);
        // What follows chooses from the picture: it must hold the new one first.
        return clouds.find(id).isPresent()
            ? Outcome.done(all)
            : Outcome.lookAgain(
                Duration.ofMillis(500),
                "%s serves; waiting for the picture of %s to show it"
                    .formatted(id.name(), id.region()));
      }

      @Override
      public Outcome failed(Progress.Failed failure) {
        return rollback.begin(entry, failure);
      }
    };
  }
}
