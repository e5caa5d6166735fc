package dev.gennaker.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Server groups that stages deployed, read from their outputs under Spinnaker's keys. */
final class DeployedGroups {

  private DeployedGroups() {}

  /** Latest first; of some stages only where names or ids are given. */
  static List<Map<String, Object>> of(Stream<RunStage> stages, List<String> names) {
    List<Map<String, Object>> found = new ArrayList<>();
    stages
        .filter(
            each ->
                names.isEmpty() || names.contains(each.plan().name()) || names.contains(each.id()))
        .forEach(each -> found.addAll(of(each)));
    return found.reversed();
  }

  private static List<Map<String, Object>> of(RunStage stage) {
    List<Map<String, Object>> found = new ArrayList<>();
    Map<String, Object> outputs = stage.state().outputs();
    Map<String, Object> context = stage.state().context();
    @Nullable Object account =
        outputs.getOrDefault(
            "deploy.account.name", context.getOrDefault("account", context.get("credentials")));
    if (!(outputs.get("deploy.server.groups") instanceof Map<?, ?> groups)) {
      return found;
    }
    groups.forEach(
        (region, names) -> {
          for (Object name : names instanceof List<?> list ? list : List.of(names)) {
            Map<String, Object> group = new LinkedHashMap<>(details(outputs, region, name));
            if (context.get("capacity") instanceof Map<?, ?> capacity) {
              group.putIfAbsent("capacity", capacity);
            }
            group.putIfAbsent("account", account == null ? "" : account);
            group.put("region", region);
            group.put("serverGroup", name);
            group.put("parentStage", stage.plan().name());
            group.put("deployments", outputs.getOrDefault("deployments", List.of()));
            found.add(group);
          }
        });
    return found;
  }

  /** What the provider told about it: image, instances, … */
  private static Map<String, Object> details(
      Map<String, Object> outputs, @Nullable Object region, @Nullable Object name) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (outputs.get("serverGroups") instanceof List<?> all) {
      for (Object each : all) {
        if (each instanceof Map<?, ?> map
            && String.valueOf(map.get("serverGroup")).equals(String.valueOf(name))
            && String.valueOf(map.get("region")).equals(String.valueOf(region))) {
          map.forEach(
              (key, value) -> {
                if (value != null) {
                  details.put(String.valueOf(key), value);
                }
              });
        }
      }
    }
    if (details.get("instances") instanceof Number size) {
      details.put("capacity", Map.of("min", size, "max", size, "desired", size));
    }
    return details;
  }
}
