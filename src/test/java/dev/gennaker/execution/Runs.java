package dev.gennaker.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes pipelines of scripted stages to run. */
public final class Runs {

  private Runs() {}

  public static Map<String, Object> stage(String refId, String name, String... requisites) {
    Map<String, Object> stage = new LinkedHashMap<>();
    stage.put("refId", refId);
    stage.put("type", "scripted");
    stage.put("name", name);
    stage.put("requisiteStageRefIds", List.of(requisites));
    return stage;
  }

  public static Map<String, Object> scripted(
      String refId, String name, String script, String... requisites) {
    Map<String, Object> stage = stage(refId, name, requisites);
    stage.put("script", script);
    return stage;
  }

  public static List<Map<String, Object>> chain(String... names) {
    List<Map<String, Object>> stages = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      String refId = String.valueOf(i + 1);
      stages.add(i == 0 ? stage(refId, names[i]) : stage(refId, names[i], String.valueOf(i)));
    }
    return stages;
  }

  public static StartRequest request(
      List<Map<String, Object>> stages, Map<String, Object> trigger) {
    return request(Map.of("stages", stages), trigger);
  }

  public static StartRequest request(Map<String, Object> document, Map<String, Object> trigger) {
    ObjectNode json = JsonMapper.shared().valueToTree(document);
    json.put("application", "shop").put("name", "Deploy");
    return new StartRequest(
        Execution.Kind.PIPELINE,
        "shop",
        "Deploy",
        String.valueOf(document.getOrDefault("id", "pipeline-1")),
        1,
        json,
        trigger,
        null);
  }
}
