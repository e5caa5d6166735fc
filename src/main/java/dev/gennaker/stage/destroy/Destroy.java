package dev.gennaker.stage.destroy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/** Settings of {@code destroyServerGroup}. */
record Destroy(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Destroy at once",
            help = "Without taking it out of service first; connections are cut.")
        @Nullable Boolean skipDisableBeforeDestroy,
    @Setting(
            label = "Force",
            help = "Cancels a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment) {}
