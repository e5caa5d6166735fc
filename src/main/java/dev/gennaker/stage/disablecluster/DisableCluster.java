package dev.gennaker.stage.disablecluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.ClusterTarget;
import org.jspecify.annotations.Nullable;

/** Settings of {@code disableCluster}. */
record DisableCluster(
    @JsonUnwrapped ClusterTarget on,
    @Setting(
            label = "Keep enabled",
            min = 0,
            max = 1000,
            placeholder = "1",
            unit = "server groups",
            help = "The newest ones, in each region.")
        @Nullable Integer remainingEnabledServerGroups,
    @Setting(label = "Keep larger rather than newer") @Nullable Boolean preferLargerOverNewer) {}
