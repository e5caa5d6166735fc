package dev.gennaker.stage.revert;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/** Settings of {@code revertServerGroup}. */
record Revert(
    @JsonUnwrapped Target on,
    @Setting(
            label = "Version",
            help = "The platform's name of it, as its versions are listed.",
            placeholder = "the one before the last change")
        @Nullable String version,
    @Setting(
            label = "Force",
            help = "Replaces a deployment that holds the lock instead of waiting for it.")
        @Nullable Boolean forceDeployment) {}
