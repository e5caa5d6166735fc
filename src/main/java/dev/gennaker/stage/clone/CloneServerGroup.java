package dev.gennaker.stage.clone;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code cloneServerGroup}, by Spinnaker's keys.
 *
 * @param on where the copy goes, and which one is copied there unless {@code source} says another
 * @param source {@code account}, {@code region}, {@code serverGroupName}: one certain server group
 * @param docker {@code image} as in a deploy: from a stage or the trigger
 */
record CloneServerGroup(
    @JsonUnwrapped Target on,
    @Setting(
            help =
                "A certain server group instead of one chosen above: `account`, `region`,"
                    + " `serverGroupName`.")
        @Nullable Map<String, Object> source,
    @Setting(kind = Setting.Kind.APPLICATION, placeholder = "that of the copied one")
        @Nullable String application,
    @Setting(placeholder = "that of the copied one") @Nullable String stack,
    @Setting(label = "Detail", placeholder = "that of the copied one")
        @Nullable String freeFormDetails,
    @Setting(label = "Image", kind = Setting.Kind.IMAGE, placeholder = "that of the copied one")
        @Nullable String imageId,
    @Setting(help = "`image`: `fromContext` with a `stageId`, or `fromTrigger`.")
        @Nullable Map<String, Object> docker,
    @Setting(help = "`desired`: how many instances; as many as the copied one where it is empty.")
        @Nullable Map<String, Object> capacity,
    @Setting(label = "Size of the copied one", placeholder = "true where no size is given")
        @Nullable Boolean useSourceCapacity,
    @Setting(label = "Environment", help = "Added to that of the copied one, or in its place.")
        @Nullable Map<String, Object> env,
    @Setting(help = "Added to those of the copied one, or in their place.")
        @Nullable Map<String, Object> labels,
    @Setting(
            kind = Setting.Kind.CHOICE,
            options = {"none", "redblack", "rollingredblack", "canary", "highlander", "custom"},
            placeholder = "none",
            help = "What becomes of the older ones, with the same fields as in a deploy.")
        @Nullable String strategy,
    @Setting(label = "Keep at most", unit = "server groups", min = 0, max = 1000)
        @Nullable Integer maxRemainingAsgs,
    @Setting(label = "Wait before disabling", kind = Setting.Kind.SECONDS, unit = "s", min = 0)
        @Nullable Integer delayBeforeDisableSec,
    @Setting(label = "Wait at every step", kind = Setting.Kind.SECONDS, unit = "s", min = 0)
        @Nullable Integer delayBeforeCleanup,
    @Setting(label = "Scale the disabled ones to zero") @Nullable Boolean scaleDown,
    @Setting(label = "Wait before scaling down", kind = Setting.Kind.SECONDS, unit = "s", min = 0)
        @Nullable Integer delayBeforeScaleDownSec,
    @Setting(label = "Steps", help = "Of a rolling red/black: 25, 50, 100.")
        @Nullable List<Object> targetPercentages,
    @Nullable Map<String, Object> pipelineBeforeCleanup,
    @Setting(label = "Canary steps", kind = Setting.Kind.JSON)
        @Nullable List<Map<String, Object>> canarySteps,
    @Setting(kind = Setting.Kind.PIPELINE) @Nullable String strategyPipeline,
    @Setting(kind = Setting.Kind.APPLICATION) @Nullable String strategyApplication,
    @Nullable Map<String, Object> pipelineParameters,
    @Setting(help = "`onFailure`, `destroyLatest`.") @Nullable Map<String, Object> rollback) {}
