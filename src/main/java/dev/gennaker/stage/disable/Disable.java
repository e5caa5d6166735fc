package dev.gennaker.stage.disable;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code disableServerGroup}.
 *
 * @param rememberSize what enabling brings it back to; null for the size it has
 * @param desiredPercentage Spinnaker's partial disable, which only a full one may stand for
 */
record Disable(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Force",
            help = "Cancels a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment,
    @Setting(
            label = "Share to disable",
            kind = Setting.Kind.PERCENT,
            unit = "%",
            min = 100,
            max = 100,
            placeholder = "100",
            help = "All or nothing: for a part of the instances use a resize stage.")
        @Nullable Double desiredPercentage,
    @Setting(
            label = "Size to remember",
            min = 1,
            max = 100_000,
            placeholder = "the one it has",
            help = "What enabling brings it back to.")
        @Nullable Integer rememberSize) {}
