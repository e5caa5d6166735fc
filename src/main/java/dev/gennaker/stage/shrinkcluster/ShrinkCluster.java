package dev.gennaker.stage.shrinkcluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.ClusterTarget;
import org.jspecify.annotations.Nullable;

/** Settings of {@code shrinkCluster}. */
record ShrinkCluster(
    @JsonUnwrapped ClusterTarget on,
    @Setting(
            label = "Shrink to",
            min = 0,
            max = 1000,
            placeholder = "1",
            unit = "server groups",
            help = "The newest ones stay, in each region.")
        @Nullable Integer shrinkToSize,
    @Setting(label = "Keep larger rather than newer") @Nullable Boolean retainLargerOverNewer,
    @Setting(
            label = "Also those that serve",
            help = "Disables them first. Otherwise only disabled server groups are destroyed.")
        @Nullable Boolean allowDeleteActive) {}
