package dev.gennaker.stage.enable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code enableServerGroup}.
 *
 * @param targetSize instances to come back with; null for the remembered size
 * @param desiredPercentage share of the remembered size to come back with
 */
record Enable(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Instances",
            min = 1,
            max = 100_000,
            placeholder = "as many as before it was disabled")
        @Nullable Integer targetSize,
    @Setting(
            label = "Share of the former size",
            kind = Setting.Kind.PERCENT,
            unit = "%",
            min = 1,
            max = 100,
            placeholder = "100")
        @Nullable Double desiredPercentage,
    @Setting(
            label = "Force",
            help = "Cancels a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment) {}
