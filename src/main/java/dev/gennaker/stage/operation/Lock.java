package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.StageContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A change of somebody else that holds the lock an operation waits for, and what a person said
 * about it: the signals {@code lock} ({@code cancel}, {@code revert}, {@code force}) and {@code
 * lockId}, the change that was meant. What is said about one change never counts for another.
 */
record Lock(Operation operation, ServerGroupId target, Progress.Working working, String id) {

  /** What to do about it. */
  enum Answer {
    WAIT,
    CANCEL,
    REVERT,
    FORCE
  }

  /** Empty where the operation waits for something else. */
  static Optional<Lock> in(Operation operation, Progress progress) {
    return progress instanceof Progress.Working working
            && working.evidence().get(Progress.LOCK) instanceof Map<?, ?> lock
            && lock.get("id") instanceof String id
        ? target(operation).map(target -> new Lock(operation, target, working, id))
        : Optional.empty();
  }

  /** The server group that is locked; empty where there is none yet. */
  private static Optional<ServerGroupId> target(Operation operation) {
    return switch (operation) {
      case Operation.OnServerGroup on -> Optional.of(on.target());
      case Operation.Deploy deploy when deploy.model() == Operation.Model.IN_PLACE ->
          Optional.of(
              new ServerGroupId(deploy.account(), deploy.region(), deploy.moniker().cluster()));
      case Operation.Deploy _, Operation.RunJob _, Operation.PutLoadBalancer _ -> Optional.empty();
    };
  }

  Answer answer(StageContext context) {
    if (!id.equals(context.signals().get("lockId"))) {
      return Answer.WAIT;
    }
    String said = String.valueOf(context.signals().get("lock")).toUpperCase(Locale.ROOT);
    return List.of(Answer.values()).stream()
        .filter(answer -> answer.name().equals(said))
        .findFirst()
        .orElse(Answer.WAIT);
  }

  /** The operation that replaces the change; empty where it cannot be forced. */
  Optional<Operation> forced() {
    return switch (operation) {
      case Operation.Resize(var target, int desired, _) ->
          Optional.of(new Operation.Resize(target, desired, true));
      case Operation.Disable(var target, _, var remember) ->
          Optional.of(new Operation.Disable(target, true, remember));
      case Operation.Enable(var target, var desired, _) ->
          Optional.of(new Operation.Enable(target, desired, true));
      case Operation.Destroy(var target, _) -> Optional.of(new Operation.Destroy(target, true));
      case Operation.Restart(var target, _) -> Optional.of(new Operation.Restart(target, true));
      case Operation.Revert(var target, var version, _) ->
          Optional.of(new Operation.Revert(target, version, true));
      case Operation.Deploy _,
          Operation.RunJob _,
          Operation.PutLoadBalancer _,
          Operation.Terminate _,
          Operation.CancelChange _,
          Operation.ResetDelay _,
          Operation.HandOver _,
          Operation.HandBack _ ->
          Optional.empty();
    };
  }

  Operation.CancelChange canceled(boolean revert) {
    return new Operation.CancelChange(target, id, revert);
  }

  /** With what the picture knows besides: since when, and what the change itself waits for. */
  Progress told(Clouds clouds) {
    Optional<Change> change =
        clouds.find(target).map(ServerGroup::change).filter(going -> going.id().equals(id));
    if (change.isEmpty() || !(working.evidence().get(Progress.LOCK) instanceof Map<?, ?> known)) {
      return working;
    }
    Map<String, Object> lock = new HashMap<>();
    known.forEach((key, value) -> lock.put(String.valueOf(key), value));
    lock.put("since", change.get().since().toString());
    lock.put("waiting", change.get().waiting());
    lock.put("facts", change.get().evidence());
    Map<String, Object> evidence = new HashMap<>(working.evidence());
    evidence.put(Progress.LOCK, lock);
    return new Progress.Working(working.reason(), working.fraction(), evidence, working.memory());
  }

  /** It still waits, and says how ending the change goes. */
  Progress ending(Progress cancel) {
    String reason =
        switch (cancel) {
          case Progress.Working going -> going.reason();
          case Progress.Finished _ -> "the deployment that held the lock was cancelled; going on";
          case Progress.Failed failed ->
              "%s; cancelling that deployment failed: %s"
                  .formatted(working.reason(), failed.reason());
        };
    return new Progress.Working(reason, null, working.evidence(), working.memory());
  }
}
