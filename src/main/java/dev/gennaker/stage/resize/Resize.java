package dev.gennaker.stage.resize;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code resizeServerGroup}.
 *
 * @param action {@code scale_exact} where nothing is said
 * @param resizeType {@code pct} or {@code incr} for up, down and to cluster
 * @param capacity {@code desired} counts; {@code min} and {@code max} where it is absent
 * @param targetSize what Spinnaker's DC/OS operations call the desired size
 * @param source {@code region}, {@code serverGroupName}, {@code credentials} of the server group to
 *     follow
 */
record Resize(
    @JsonUnwrapped Target on,
    @Setting(
            kind = Setting.Kind.CHOICE,
            options = {
              "scale_exact",
              "scale_up",
              "scale_down",
              "scale_to_cluster",
              "scale_to_server_group"
            },
            placeholder = "scale_exact")
        @Nullable String action,
    @Setting(
            label = "Change by",
            kind = Setting.Kind.CHOICE,
            options = {"exact", "pct", "incr"},
            help = "A share or a number of instances, for scaling up, down and to the cluster.")
        @Nullable String resizeType,
    @Setting(help = "`desired`: how many instances, for an exact size.")
        @Nullable Map<String, Object> capacity,
    @Setting(label = "Share", kind = Setting.Kind.PERCENT, unit = "%", min = 0)
        @Nullable Double scalePct,
    @Setting(label = "Number", min = 0, max = 100_000, unit = "instances")
        @Nullable Integer scaleNum,
    @Setting(label = "Exact size", min = 0, max = 100_000, unit = "instances")
        @Nullable Integer targetSize,
    @Setting(help = "The server group whose size to take: `serverGroupName`, `region`.")
        @Nullable Map<String, Object> source,
    @Setting(
            label = "Force",
            help = "Cancels a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment) {

  /** Everything but the target. */
  Map<String, @Nullable Object> options() {
    Map<String, @Nullable Object> options = new HashMap<>();
    options.put("action", action);
    options.put("resizeType", resizeType);
    options.put("capacity", capacity);
    options.put("scalePct", scalePct);
    options.put("scaleNum", scaleNum);
    options.put("targetSize", targetSize);
    options.put("source", source);
    options.put("forceDeployment", forceDeployment);
    return options;
  }
}
