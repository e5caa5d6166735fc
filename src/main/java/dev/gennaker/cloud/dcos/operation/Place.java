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
    double done = desired == 0 ? 0 : (double) look.group().up() / desired;
    return new Progress.Working(
        waiting.sentence(), Math.min(1, done), look.evidence(waiting), memory.facts());
  }

  /** Somebody else's deployment holds the app; says whose and what it does. */
  Progress locked(Memory memory) {
    Optional<Deployment> holder = Look.deployment(marathon, appId);
    String who =
        holder
            .map(
                d ->
                    "deployment %s (%s, step %d of %d)"
                        .formatted(d.id(), d.doing(appId), d.step(), d.steps()))
            .orElse("a deployment that just ended");
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("app", appId);
    holder.ifPresent(d -> evidence.put("deployment", d.id()));
    holder.ifPresent(d -> evidence.put("affects", d.apps()));
    return new Progress.Working(
        "%s on %s is locked by %s; waiting for it to end. Force the change to replace it, or cancel it in DC/OS."
            .formatted(id.name(), marathon.cluster(), who),
        null,
        evidence,
        memory.facts());
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

  Progress waitingFor(List<String> what, Memory memory, Look look) {
    return new Progress.Working(
        "waiting for %s to end on %s"
            .formatted(
                what.size() == 1 ? "the instance" : what.size() + " instances", marathon.cluster()),
        null,
        look.evidence(look.waiting()),
        memory.facts());
  }
}
