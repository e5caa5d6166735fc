package dev.gennaker.cloud.dcos.definition;

import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The definition of an app as it could be sent to make another one like it. */
public final class Copy {

  /** Written by Marathon only, or an older spelling of what stands elsewhere too. */
  private static final List<String> READ_ONLY =
      List.of(
          "id",
          "version",
          "versionInfo",
          "deployments",
          "tasks",
          "tasksStaged",
          "tasksRunning",
          "tasksHealthy",
          "tasksUnhealthy",
          "taskStats",
          "lastTaskFailure",
          "readinessCheckResults");

  /** Of one version, and not of the next. */
  private static final List<String> OF_A_VERSION =
      List.of(
          Label.APPLICATION,
          Label.CLUSTER,
          Label.SEQUENCE,
          Label.USER,
          Label.EXECUTION,
          Label.OPERATION,
          Label.CREATED,
          Label.SIZE);

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private Copy() {}

  /** Everything else is kept as it is, ports and unknown fields too; of a disabled one its zero. */
  public static Map<String, Object> of(App app) {
    ObjectNode copy = (ObjectNode) app.json().deepCopy();
    copy.remove(READ_ONLY);
    if (copy.path("labels") instanceof ObjectNode labels) {
      labels.remove(OF_A_VERSION);
    }
    older(copy, "ports", copy.has("portDefinitions") || copy.path("container").has("portMappings"));
    older(copy, "uris", copy.has("fetch"));
    older(copy, "ipAddress", copy.has("networks"));
    if (copy.path("container").path("docker") instanceof ObjectNode docker) {
      older(docker, "portMappings", copy.path("container").has("portMappings"));
      older(docker, "network", copy.has("networks"));
    }
    return JsonMapper.shared().convertValue(copy, MAP);
  }

  /** Marathon refuses both spellings at once. */
  private static void older(ObjectNode in, String key, boolean newer) {
    if (newer || in.path(key).isNull()) {
      in.remove(key);
    }
  }
}
