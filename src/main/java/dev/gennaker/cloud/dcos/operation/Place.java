package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an operation acts: one app of one cluster, with one account's credentials. */
record Place(Marathon marathon, ServerGroupId id, String appId) {

  Optional<Look> look() {
    return Look.at(marathon, id.account(), appId);
  }

  Progress working(Look look, Memory memory) {
    var waiting = look.waiting();
    int desired = look.group().desired();
    // How far a group is that has to shrink, nobody can say: where it began is not remembered.
    Double done = look.live() > desired ? null : share(look.group().up(), desired);
    return new Progress.Working(waiting.sentence(), done, look.evidence(waiting), memory.facts());
  }

  private static double share(long up, int desired) {
    return desired == 0 ? 1 : Math.min(1, (double) up / desired);
  }

  /**
   * Somebody else's deployment holds the app; says whose and what it does.
   *
   * @param forcible whether the change could be forced instead of waiting
   */
  Progress locked(Memory memory, boolean forcible) {
    Optional<Deployment> holder = Look.deployment(marathon, appId);
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("app", appId);
    holder.ifPresent(d -> evidence.put("deployment", d.id()));
    holder.ifPresent(d -> evidence.put(Progress.LOCK, lock(d, forcible)));
    String what = id.name() + " on " + marathon.cluster();
    return new Progress.Working(
        holder
            .map(
                d ->
                    "%s is locked by deployment %s (%sstep %d of %d); waiting for it to end"
                        .formatted(
                            what,
                            d.id(),
                            d.doing(appId).isEmpty() ? "" : d.doing(appId) + ", ",
                            d.step(),
                            d.steps()))
            .orElse(what + " was locked by a deployment that just ended; it is tried again"),
        null,
        evidence,
        memory.facts());
  }

  private Map<String, Object> lock(Deployment holder, boolean forcible) {
    return Map.of(
        "id",
        holder.id(),
        "what",
        holder.doing(appId),
        "step",
        holder.step(),
        "steps",
        holder.steps(),
        "affects",
        holder.apps(),
        "forcible",
        forcible);
  }

  /** It goes on, where there is nothing to say about instances. */
  Progress going(String sentence, Memory memory) {
    return new Progress.Working(sentence, null, Map.of("app", appId), memory.facts());
  }

  Progress.Failed failed(String sentence, boolean retryable) {
    return new Progress.Failed(sentence, retryable, Map.of("app", appId));
  }

  Progress.Failed missing() {
    return failed(
        "%s does not exist on %s; it was destroyed or never there."
            .formatted(id.name(), marathon.cluster()),
        false);
  }

  /** What a finished operation tells about the group. */
  Map<String, Object> outputs(Look look) {
    Map<String, Object> outputs = new LinkedHashMap<>(address());
    outputs.put("image", look.app().image());
    outputs.put("instances", look.group().desired());
    outputs.put("instanceIds", look.group().instances().stream().map(i -> i.id()).toList());
    return outputs;
  }

  Map<String, Object> address() {
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put("serverGroup", id.name());
    outputs.put("region", id.region());
    outputs.put("account", id.account());
    outputs.put("app", appId);
    return outputs;
  }

  Progress finished(Look look, Map<String, Object> more) {
    Map<String, Object> outputs = outputs(look);
    outputs.putAll(more);
    return new Progress.Finished(outputs);
  }

  /**
   * @param what ids of the instances that still live
   */
  Progress waitingFor(List<String> what, Memory memory, Look look) {
    String sentence =
        switch (what.size()) {
          case 0 ->
              "the instances have ended on %s; waiting for Marathon to end its deployment"
                  .formatted(marathon.cluster());
          case 1 -> "waiting for 1 instance to end on " + marathon.cluster();
          default ->
              "waiting for %d instances to end on %s".formatted(what.size(), marathon.cluster());
        };
    return new Progress.Working(sentence, null, look.evidence(look.waiting()), memory.facts());
  }
}
