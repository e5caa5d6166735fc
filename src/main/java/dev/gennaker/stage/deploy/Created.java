package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.StageContext;
import java.util.Map;
import java.util.Optional;

/** The new server group the stages of a strategy are about. */
final class Created {

  private Created() {}

  /** What the nearest stage before this one created. */
  static Optional<ServerGroupId> by(StageContext context) {
    return context.upstream().stream()
        .filter(stage -> stage.type().equals(CreateServerGroupStage.TYPE))
        .map(StageContext.Upstream::outputs)
        .filter(outputs -> outputs.containsKey("serverGroup"))
        .findFirst()
        .map(Created::id);
  }

  static ServerGroupId id(Map<String, Object> outputs) {
    return new ServerGroupId(
        String.valueOf(outputs.get("account")),
        String.valueOf(outputs.get("region")),
        String.valueOf(outputs.get("serverGroup")));
  }
}
