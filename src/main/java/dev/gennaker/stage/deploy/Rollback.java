package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
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
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes a new server group that never served back out of service ({@code rollback.onFailure}), or
 * destroys it ({@code rollback.destroyLatest}); one that is changed in place gets its former
 * version back. Then fails with the first reason.
 */
@Component
class Rollback {

  private static final String FAILURE = "failure";
  private static final String PART = "rollback";

  private final Operations operations;
  private final Targets targets;

  Rollback(Operations operations, Targets targets) {
    this.operations = operations;
    this.targets = targets;
  }

  boolean began(StageContext context) {
    return context.memory().containsKey(FAILURE);
  }

  /** Remembers the failure and starts, where the settings ask for it; else just fails. */
  Outcome begin(ClusterEntry entry, Progress.Failed failure) {
    return entry.flag("rollback", "onFailure")
        ? new Outcome.LookAgain(
            Duration.ZERO,
            new Waiting(
                failure.reason()
                    + (entry.inPlace()
                        ? " Bringing the former version back."
                        : " Taking the new server group back out."),
                null,
                failure.evidence()),
            Map.of(
                FAILURE,
                Map.of(
                    "reason",
                    failure.reason(),
                    "retryable",
                    failure.retryable(),
                    "evidence",
                    failure.evidence())))
        : new Outcome.Failed(failure.reason(), failure.retryable(), failure.evidence());
  }

  Outcome goOn(ClusterEntry entry, StageContext context) {
    return operations.carryOut(
        PART,
        context,
        () -> decide(entry, context),
        new Ending() {
          @Override
          public Outcome finished(Map<String, Object> outputs) {
            return first(
                context,
                entry.inPlace()
                    ? " The former version was brought back."
                    : entry.flag("rollback", "destroyLatest")
                        ? " The new server group was destroyed."
                        : " The new server group was disabled.");
          }

          @Override
          public Outcome failed(Progress.Failed failure) {
            return first(context, " Taking it back out failed too: " + failure.reason());
          }
        });
  }

  /** Asks for it without waiting, when the stage is cancelled or timed out before it failed. */
  void ask(ClusterEntry entry, StageContext context) {
    if (entry.flag("rollback", "onFailure")) {
      made(entry, context).ifPresent(group -> ask(entry, group, context));
    }
  }

  private Decision decide(ClusterEntry entry, StageContext context) {
    return made(entry, context)
        .<Decision>map(group -> new Decision.Act(way(entry, group)))
        .orElseGet(() -> new Decision.Instead(first(context, " Nothing was left to take out.")));
  }

  private void ask(ClusterEntry entry, ServerGroup group, StageContext context) {
    List<Operation> way = way(entry, group);
    if (way.size() > 1) {
      operations.askToTheEnd(PART, context, way);
    } else {
      operations.ask(PART, context, way.getFirst());
    }
  }

  /** Where it shares a load balancer, some of it may serve already. */
  private List<Operation> way(ClusterEntry entry, ServerGroup group) {
    Optional<ServerGroup> older =
        entry
            .text(Operation.BESIDE)
            .flatMap(
                name ->
                    targets
                        .cluster(group.id().account(), group.id().region(), group.cluster())
                        .stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst());
    return older
        .map(
            one ->
                List.of(
                    new Operation.HandBack(
                        one.id(), group.id(), one.desired(), Relief.of(entry).waitSeconds()),
                    takingOut(entry, group)))
        .orElseGet(() -> List.of(takingOut(entry, group)));
  }

  /** Forced: its own deployment holds the lock. */
  private static Operation takingOut(ClusterEntry entry, ServerGroup group) {
    if (entry.inPlace()) {
      return new Operation.Revert(group.id(), "", true);
    }
    return entry.flag("rollback", "destroyLatest")
        ? new Operation.Destroy(group.id(), true)
        : new Operation.Disable(group.id(), true);
  }

  /** What this execution made last in that cluster. */
  private Optional<ServerGroup> made(ClusterEntry entry, StageContext context) {
    return targets
        .cluster(
            entry.account(),
            entry.regions().getFirst(),
            entry.moniker(context.application()).cluster())
        .stream()
        .filter(group -> group.execution().equals(context.executionId()))
        .findFirst();
  }

  private static Outcome first(StageContext context, String ending) {
    Map<?, ?> failure = context.memory().get(FAILURE) instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> evidence = new HashMap<>();
    if (failure.get("evidence") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> evidence.put(String.valueOf(key), value));
    }
    return new Outcome.Failed(
        failure.get("reason") + ending, Boolean.TRUE.equals(failure.get("retryable")), evidence);
  }
}
