package dev.gennaker.stage.restart;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/** Settings of {@code restartServerGroup}. */
record Restart(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Force",
            help = "Cancels a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment) {}
