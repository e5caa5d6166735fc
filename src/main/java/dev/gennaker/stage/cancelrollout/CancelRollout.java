package dev.gennaker.stage.cancelrollout;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code cancelRollout}.
 *
 * @param deploymentId the platform's id of it; null for the one that works on the server group
 * @param rollBack null for yes
 */
record CancelRollout(
    @JsonUnwrapped Target on,
    @Setting(label = "Deployment", placeholder = "the one that is going on")
        @Nullable String deploymentId,
    @Setting(
            label = "Roll back what it did",
            help = "Otherwise old and new instances may stay side by side.")
        @Nullable Boolean rollBack) {}
