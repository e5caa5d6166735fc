package dev.gennaker.stage.deploy;

import dev.gennaker.stage.StageContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The outputs of a deploy, under Spinnaker's keys. */
final class Deployed {

  static final String GROUPS = "deploy.server.groups";
  static final String ACCOUNT = "deploy.account.name";

  private Deployed() {}

  /** Of one server group, from what the provider says. */
  static Map<String, Object> of(Map<String, Object> provided, String account, String region) {
    Map<String, Object> outputs = new HashMap<>(provided);
    outputs.putIfAbsent("account", account);
    outputs.putIfAbsent("region", region);
    outputs.put(ACCOUNT, outputs.get("account"));
    outputs.put(
        GROUPS,
        Map.of(
            String.valueOf(outputs.get("region")),
            List.of(String.valueOf(outputs.get("serverGroup")))));
    return outputs;
  }

  /** Of all server groups of a stage. */
  static Map<String, Object> merge(List<StageContext.Upstream> children) {
    Map<String, List<Object>> groups = new LinkedHashMap<>();
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, Object> outputs = new HashMap<>();
    for (StageContext.Upstream child : children) {
      if (child.outputs().get(GROUPS) instanceof Map<?, ?> made) {
        made.forEach(
            (region, names) -> {
              List<Object> here =
                  groups.computeIfAbsent(String.valueOf(region), r -> new ArrayList<>());
              if (names instanceof List<?> list) {
                here.addAll(list);
              }
            });
        Map<String, Object> one = new HashMap<>(child.outputs());
        one.keySet().removeAll(List.of(GROUPS, ACCOUNT));
        all.add(one);
        outputs.put(ACCOUNT, child.outputs().get(ACCOUNT));
      }
    }
    outputs.put(GROUPS, groups);
    outputs.put("serverGroups", all);
    return outputs;
  }
}
