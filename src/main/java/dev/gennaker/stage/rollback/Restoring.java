package dev.gennaker.stage.rollback;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.Waiting;
import dev.gennaker.stage.operation.Decision;
import dev.gennaker.stage.operation.Ending;
import dev.gennaker.stage.operation.Operations;
import dev.gennaker.stage.operation.Targets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Rolls one server group back to another: that one gets the size that is needed, then it must
 * serve, and only then the bad one goes. Should the first not come up, the bad one stays.
 */
@Component
class Restoring {

  /** All that a rollback may put out. */
  static final Set<String> OUTPUTS =
      Set.of(
          "account",
          "region",
          "serverGroup",
          "rolledBackServerGroup",
          "image",
          "instances",
          "serverGroups");

  private static final String RESTORE = "restore";
  private static final String RETIRE = "retire";
  private static final String NEEDED = "needed";
  private static final String SERVES = "servesSince";
  private static final Duration SOON = Duration.ofMillis(500);

  private final Operations operations;
  private final Targets targets;
  private final Clouds clouds;

  Restoring(Operations operations, Targets targets, Clouds clouds) {
    this.operations = operations;
    this.targets = targets;
    this.clouds = clouds;
  }

  /** What is rolled back to what, and how many instances that takes. */
  private record Pair(ServerGroupId bad, ServerGroupId former, int needed, int enough) {}

  /** Looks at a rollback whose settings name both. */
  Outcome run(RollbackServerGroup settings, StageContext context) {
    String account = String.valueOf(settings.on().credentials());
    String region = settings.bad().places().getFirst();
    ServerGroupId bad =
        new ServerGroupId(account, region, String.valueOf(settings.bad().serverGroupName()));
    ServerGroupId former = new ServerGroupId(account, region, String.valueOf(settings.restored()));
    int needed =
        context.memory().get(NEEDED) instanceof Number known
            ? known.intValue()
            : Math.max(size(former), size(bad));
    Pair pair = new Pair(bad, former, needed, enough(settings, needed));
    if (operations.began(RETIRE, context)) {
      return retire(pair, settings, context);
    }
    if (operations.began(RESTORE, context) && has(former, needed) && serving(pair)) {
      return afterwards(pair, settings, context);
    }
    Outcome outcome =
        operations.carryOut(
            RESTORE,
            context,
            () -> decide(pair, settings.force()),
            new Ending() {
              @Override
              public Outcome finished(Map<String, Object> outputs) {
                return afterwards(pair, settings, context);
              }

              @Override
              public Outcome failed(Progress.Failed failure) {
                return new Outcome.Failed(
                    "%s %s was left as it is: nothing was taken out of service."
                        .formatted(failure.reason(), bad.name()),
                    failure.retryable(),
                    failure.evidence());
              }
            });
    return remembering(outcome, needed);
  }

  private static Outcome remembering(Outcome outcome, int needed) {
    if (outcome instanceof Outcome.LookAgain(Duration after, Waiting waiting, var memory)) {
      Map<String, Object> more = new HashMap<>(memory);
      more.put(NEEDED, needed);
      return new Outcome.LookAgain(after, waiting, more);
    }
    return outcome;
  }

  private Decision decide(Pair pair, boolean force) {
    Optional<Outcome> unfit = targets.unfit(pair.bad().account(), pair.bad().region());
    if (unfit.isPresent()) {
      return new Decision.Instead(unfit.get());
    }
    for (ServerGroupId id : List.of(pair.bad(), pair.former())) {
      if (clouds.find(id).isEmpty()) {
        return new Decision.Instead(
            Outcome.failed(
                "There is no server group %s in %s for account %s; look at the clusters page for what is there"
                    .formatted(id.name(), id.region(), id.account())));
      }
    }
    return pair.needed() == 0
        ? new Decision.Instead(
            Outcome.failed(
                "Neither %s nor %s has a size to go back to; resize one of them first"
                    .formatted(pair.bad().name(), pair.former().name())))
        : Decision.act(new Operation.Enable(pair.former(), pair.needed(), force));
  }

  /** What was brought back serves; looked at once more at the very moment before the other goes. */
  private Outcome afterwards(Pair pair, RollbackServerGroup settings, StageContext context) {
    if (context.plan().isPresent()) {
      return retire(pair, settings, context);
    }
    Optional<Outcome> unfit = targets.unfit(pair.bad().account(), pair.bad().region());
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Optional<ServerGroup> former = clouds.find(pair.former());
    if (former.isEmpty()) {
      return Outcome.failed(
          "%s is gone again: somebody destroyed it. %s was left as it is"
              .formatted(pair.former().name(), pair.bad().name()));
    }
    if (former.get().up() < pair.enough()) {
      return Outcome.lookAgain(
          SOON,
          "%d of %d instances of %s serve; %s stays in service until %d do"
              .formatted(
                  former.get().up(),
                  pair.needed(),
                  pair.former().name(),
                  pair.bad().name(),
                  pair.enough()));
    }
    long now = context.now().toEpochMilli();
    long since =
        context.memory().getOrDefault(SERVES, now) instanceof Number number
            ? number.longValue()
            : now;
    long delay =
        Objects.requireNonNullElse(settings.context().delayBeforeDisableSeconds(), 0) * 1000L;
    return now - since < delay
        ? new Outcome.LookAgain(
            Duration.ofMillis(delay - (now - since)),
            Waiting.on(
                "%s serves; %s is taken out of service after %d s"
                    .formatted(pair.former().name(), pair.bad().name(), delay / 1000)),
            Map.of(SERVES, since))
        : retire(pair, settings, context);
  }

  private Outcome retire(Pair pair, RollbackServerGroup settings, StageContext context) {
    return operations.carryOut(
        RETIRE,
        context,
        () ->
            clouds.find(pair.bad()).isEmpty()
                ? new Decision.Instead(Outcome.done(outputs(pair)))
                : Decision.act(new Operation.Disable(pair.bad(), settings.force())),
        outputs -> Outcome.done(outputs(pair)));
  }

  private Map<String, Object> outputs(Pair pair) {
    return Map.of(
        "account",
        pair.former().account(),
        "region",
        pair.former().region(),
        "serverGroup",
        pair.former().name(),
        "rolledBackServerGroup",
        pair.bad().name(),
        "image",
        clouds.find(pair.former()).map(ServerGroup::image).orElse(""),
        "instances",
        pair.needed());
  }

  /** Of several regions. */
  static Map<String, Object> merge(List<StageContext.Upstream> children) {
    Map<String, Object> outputs =
        children.size() == 1 ? new HashMap<>(children.getFirst().outputs()) : new HashMap<>();
    outputs.put("serverGroups", children.stream().map(StageContext.Upstream::outputs).toList());
    return outputs;
  }

  private boolean has(ServerGroupId id, int needed) {
    return clouds.find(id).filter(group -> group.desired() >= needed).isPresent();
  }

  private boolean serving(Pair pair) {
    return clouds.find(pair.former()).filter(group -> group.up() >= pair.enough()).isPresent();
  }

  /** How many instances it has, or had before it was disabled. */
  private int size(ServerGroupId id) {
    return clouds
        .find(id)
        .map(
            group ->
                group.desired() > 0
                    ? group.desired()
                    : Objects.requireNonNullElse(group.rememberedSize(), 0))
        .orElse(0);
  }

  private static int enough(RollbackServerGroup settings, int needed) {
    int share =
        Objects.requireNonNullElse(settings.context().targetHealthyRollbackPercentage(), 100);
    return Math.max(1, (int) Math.ceil(needed * share / 100.0));
  }
}
