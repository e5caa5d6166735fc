package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import dev.gennaker.stage.operation.Targets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Looks whether a new server group still serves before an older one is touched; where it does not,
 * and its settings ask for it, takes it back out.
 */
@Component
class VerifyServerGroupStage implements StageType<VerifyServerGroup> {

  static final String TYPE = "verifyServerGroup";

  /** An instance that was lost is replaced within this, or something is wrong. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  private final Clouds clouds;
  private final Targets targets;
  private final Rollback rollback;

  VerifyServerGroupStage(Clouds clouds, Targets targets, Rollback rollback) {
    this.clouds = clouds;
    this.targets = targets;
    this.rollback = rollback;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String label() {
    return "Verify server group";
  }

  @Override
  public String description() {
    return "Goes on only if a new server group still serves; deploys are made of these.";
  }

  @Override
  public Category category() {
    return Category.CHECK;
  }

  @Override
  public String icon() {
    return "heart-pulse";
  }

  @Override
  public Class<VerifyServerGroup> settings() {
    return VerifyServerGroup.class;
  }

  @Override
  public boolean offered() {
    return false;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "all instances healthy";
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of());
  }

  @Override
  public Outcome run(VerifyServerGroup settings, StageContext context) {
    if (rollback.began(context)) {
      return rollback.goOn(settings.entry(), context);
    }
    return Created.by(context)
        .map(id -> look(id, settings, context))
        .orElseGet(
            () -> Outcome.failed("No server group was created before this; deploy one first"));
  }

  private Outcome look(ServerGroupId id, VerifyServerGroup settings, StageContext context) {
    Optional<Outcome> unfit = targets.unfit(id.account(), id.region());
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<ServerGroup> group = clouds.find(id);
    if (group.filter(found -> found.up() >= found.desired()).isPresent()) {
      return Outcome.done();
    }
    String state =
        group
            .map(
                found ->
                    "%d of %d instances of %s are healthy"
                        .formatted(found.up(), found.desired(), id.name()))
            .orElse(id.name() + " is gone");
    Duration waited = Duration.between(context.startedAt(), context.now());
    return waited.compareTo(GRACE) < 0
        ? new Outcome.LookAgain(
            Duration.ofSeconds(1),
            new Waiting(state + "; waiting for all of them", share(group), Map.of()),
            Map.of())
        : rollback.begin(
            settings.entry(),
            new Progress.Failed(
                "%s in %s, still after two minutes.".formatted(state, id.region()),
                true,
                group
                    .map(found -> Map.<String, Object>of("lastFailure", found.lastFailure()))
                    .orElse(Map.of())));
  }

  private static @org.jspecify.annotations.Nullable Double share(Optional<ServerGroup> group) {
    return group
        .filter(found -> found.desired() > 0)
        .map(found -> (double) found.up() / found.desired())
        .orElse(null);
  }
}
