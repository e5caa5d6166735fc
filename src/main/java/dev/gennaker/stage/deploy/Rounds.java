package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext.Upstream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a shift of traffic does next, from what its child stages have come to. A round is begun only
 * when all of the one before ended well; what a round holds is the same on every look.
 */
final class Rounds {

  private final ShiftTraffic shift;
  private final ServerGroupId created;

  Rounds(ShiftTraffic shift, ServerGroupId created) {
    this.shift = shift;
    this.created = created;
  }

  Outcome next(List<Upstream> ended) {
    Set<String> there = ended.stream().map(Rounds::key).collect(Collectors.toUnmodifiableSet());
    Optional<Upstream> failed =
        ended.stream().filter(child -> !child.failure().isEmpty()).findFirst();
    return failed.isPresent()
        ? back(failed.get(), ended, there)
        : first(new Forward(shift, created).rounds(), there)
            .orElseGet(
                () ->
                    Outcome.done(
                        Map.of(
                            "account", created.account(),
                            "region", created.region(),
                            "serverGroup", created.name())));
  }

  /** The first round that was not begun, after the last one that was. */
  private static Optional<Outcome> first(List<List<ChildStage>> rounds, Set<String> there) {
    List<String> before = List.of();
    for (List<ChildStage> round : rounds) {
      List<String> keys = round.stream().map(ChildStage::key).toList();
      if (!there.containsAll(keys)) {
        List<String> after = before;
        return Optional.of(
            new Outcome.Expanded(
                round.stream().map(child -> after(child, after)).toList(), Map.of()));
      }
      before = keys;
    }
    return Optional.empty();
  }

  private static ChildStage after(ChildStage child, List<String> keys) {
    return new ChildStage(
        child.key(), child.type(), child.name(), keys, child.settings(), child.mayFail());
  }

  private Outcome back(Upstream failed, List<Upstream> ended, Set<String> there) {
    Backward backward = new Backward(shift, created, there);
    Optional<Upstream> stuck =
        ended.stream()
            .filter(child -> !child.failure().isEmpty() && Backward.is(key(child)))
            .findFirst();
    if (stuck.isPresent()) {
      return over(
          failed,
          " %s: %s Look at the clusters page for what serves."
              .formatted(stuck.get().name(), stuck.get().failure()));
    }
    return first(backward.rounds(), there).orElseGet(() -> over(failed, backward.words()));
  }

  private static Outcome over(Upstream failed, String ending) {
    String reason = failed.name() + ": " + failed.failure();
    return new Outcome.Failed(
        (reason.endsWith(".") ? reason : reason + ".") + ending,
        false,
        Map.of("failed", failed.name()));
  }

  /** As it was given: the reference ends with it. */
  private static String key(Upstream child) {
    return child.refId().replaceAll(".*>", "");
  }
}
