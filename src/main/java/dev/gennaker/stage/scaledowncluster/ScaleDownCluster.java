package dev.gennaker.stage.scaledowncluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.ClusterTarget;
import org.jspecify.annotations.Nullable;

/** Settings of {@code scaleDownCluster}. */
record ScaleDownCluster(
    @JsonUnwrapped ClusterTarget on,
    @Setting(
            label = "Keep at full size",
            min = 0,
            max = 1000,
            placeholder = "1",
            unit = "server groups",
            help = "The newest ones, in each region.")
        @Nullable Integer remainingFullSizeServerGroups,
    @Setting(label = "Keep larger rather than newer") @Nullable Boolean preferLargerOverNewer,
    @Setting(
            label = "Also those that serve",
            help = "Otherwise only disabled server groups are scaled down.")
        @Nullable Boolean allowScaleDownActive) {}
