package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All instances there are, by application and by id. */
final class Instances {

  private final Model model;
  private final Map<String, Map<String, AppInstance>> byApp = new HashMap<>();
  private final Map<String, AppInstance> byId = new HashMap<>();
  private long counter;

  Instances(Model model) {
    this.model = model;
  }

  /** A new instance with an id of its own, in the style of time-based UUIDs. */
  AppInstance create(AppSpec spec) {
    long n = 0xadef0000L + counter++;
    String uuid = String.format("%08x-e753-11f1-9761-02fc00000001", n);
    String word = model.generation.old() && !spec.pod() ? ".marathon-" : ".instance-";
    AppInstance instance = new AppInstance(Ids.safe(spec.id) + word + uuid, spec);
    byApp.computeIfAbsent(spec.id, id -> new LinkedHashMap<>()).put(instance.id, instance);
    byId.put(instance.id, instance);
    return instance;
  }

  void remove(AppInstance instance) {
    instance.stopTimers();
    byId.remove(instance.id);
    Map<String, AppInstance> peers = byApp.get(instance.appId());
    if (peers != null) {
      peers.remove(instance.id);
      if (peers.isEmpty()) {
        byApp.remove(instance.appId());
      }
    }
  }

  Collection<AppInstance> of(String appId) {
    return byApp.getOrDefault(appId, Map.of()).values();
  }

  /** A copy that stays the same while instances come and go. */
  List<AppInstance> listOf(String appId) {
    return new ArrayList<>(of(appId));
  }

  Collection<AppInstance> all() {
    return byId.values();
  }

  @Nullable AppInstance find(String instanceId) {
    return byId.get(instanceId);
  }

  /** The instance whose present task this is. */
  @Nullable AppInstance byTask(String taskId) {
    AppInstance found = null;
    for (int dot = taskId.lastIndexOf('.'); dot > 0; dot = taskId.lastIndexOf('.', dot - 1)) {
      found = byId.get(taskId.substring(0, dot));
      if (found != null) {
        return found.taskIds(model.generation).contains(taskId) ? found : null;
      }
    }
    if (model.generation.old()) {
      int dot = taskId.lastIndexOf('.');
      found =
          dot < 0
              ? null
              : byId.get(taskId.substring(0, dot) + ".marathon-" + taskId.substring(dot + 1));
    }
    return found != null && found.taskId(model.generation).equals(taskId) ? found : null;
  }
}
