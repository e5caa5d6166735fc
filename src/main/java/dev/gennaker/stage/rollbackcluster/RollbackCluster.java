package dev.gennaker.stage.rollbackcluster;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.ClusterTarget;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code rollbackCluster}.
 *
 * @param additionalRollbackContext what each region's rollback is told besides, e.g. {@code
 *     delayBeforeDisableSeconds}
 */
record RollbackCluster(
    @JsonUnwrapped ClusterTarget on,
    @Setting(
            label = "Enough that serve",
            kind = Setting.Kind.PERCENT,
            unit = "%",
            min = 1,
            max = 100,
            placeholder = "100, 90 from 10 instances, 95 from 20",
            help = "How much of what is brought back must serve before the bad one goes.")
        @Nullable Integer targetHealthyRollbackPercentage,
    @Setting(
            label = "Wait between regions",
            kind = Setting.Kind.SECONDS,
            unit = "s",
            min = 0,
            placeholder = "0")
        @Nullable Integer waitTimeBetweenRegions,
    @Setting(help = "`delayBeforeDisableSeconds`: how long both serve in each region.")
        @Nullable Map<String, Object> additionalRollbackContext,
    @Setting(
            label = "Force",
            help = "Cancels deployments that hold the lock instead of waiting for them.")
        @Nullable Boolean forceDeployment) {}
