package dev.gennaker.stage.rollback;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.ChildStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Goes back to an image that no server group has any more: the bad one is copied with it, and goes
 * when the copy serves.
 */
final class Cloning {

  private Cloning() {}

  /** The stages that do it, one after another. */
  static List<ChildStage> children(RollbackServerGroup settings, ServerGroup bad, String image) {
    String region = bad.id().region();
    String create = region + "-clone";
    List<ChildStage> children = new ArrayList<>();
    children.add(
        new ChildStage(
            create,
            "cloneServerGroup",
            "Deploy %s with %s in %s".formatted(bad.cluster(), image, region),
            List.of(),
            copy(bad, image),
            false));
    String after = create;
    @Nullable Integer delay = settings.context().delayBeforeDisableSeconds();
    if (delay != null && delay > 0) {
      after = region + "-wait";
      children.add(
          new ChildStage(
              after,
              "wait",
              "Wait before disabling in " + region,
              List.of(create),
              Map.of("waitTime", delay),
              false));
    }
    children.add(
        new ChildStage(
            region + "-disable",
            "disableServerGroup",
            "Disable %s in %s".formatted(bad.name(), region),
            List.of(after),
            Map.of(
                "cloudProvider",
                bad.provider(),
                "credentials",
                bad.id().account(),
                "regions",
                List.of(region),
                "serverGroupName",
                bad.name(),
                "forceDeployment",
                settings.force()),
            false));
    return children;
  }

  private static Map<String, Object> copy(ServerGroup bad, String image) {
    int size =
        bad.desired() > 0 ? bad.desired() : Objects.requireNonNullElse(bad.rememberedSize(), 1);
    return Map.of(
        "cloudProvider",
        bad.provider(),
        "credentials",
        bad.id().account(),
        "regions",
        List.of(bad.id().region()),
        "serverGroupName",
        bad.name(),
        "imageId",
        image,
        "capacity",
        Map.of("min", size, "max", size, "desired", size));
  }
}
