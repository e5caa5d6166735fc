package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instance in Spinnaker's shape.
 *
 * @param healthState Up, Down, Starting, OutOfService, Draining, Succeeded, Failed or Unknown
 * @param zone the host it runs on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InstanceView(
    String id,
    String name,
    String healthState,
    @Nullable Long launchTime,
    String zone,
    String account,
    String region,
    String serverGroup,
    String cloudProvider,
    List<Integer> ports,
    List<Health> health) {

  static InstanceView of(Instance instance, ServerGroup group) {
    String state = state(instance.health());
    return new InstanceView(
        instance.id(),
        instance.id(),
        state,
        ExecutionView.millis(instance.startedAt()),
        instance.host(),
        group.id().account(),
        group.id().region(),
        group.name(),
        group.provider(),
        instance.ports(),
        List.of(new Health(group.provider(), state, instance.reason())));
  }

  private static String state(Instance.Health health) {
    return switch (health) {
      case UP -> "Up";
      case STARTING -> "Starting";
      case DOWN -> "Down";
      case DRAINING -> "Draining";
      case OUT_OF_SERVICE -> "OutOfService";
      case SUCCEEDED -> "Succeeded";
      case FAILED -> "Failed";
      case UNREACHABLE, UNKNOWN -> "Unknown";
    };
  }

  record Health(String type, String state, String description) {}
}
