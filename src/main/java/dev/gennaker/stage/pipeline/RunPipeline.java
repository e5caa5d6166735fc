package dev.gennaker.stage.pipeline;

import dev.gennaker.stage.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code pipeline}.
 *
 * @param application of the other pipeline; its own where nothing is said
 * @param pipeline id of the other pipeline, or its name
 * @param waitForCompletion true where nothing is said
 * @param skippable read by the engine
 */
record RunPipeline(
    @Setting(kind = Setting.Kind.APPLICATION, placeholder = "this application")
        @Nullable String application,
    @Setting(kind = Setting.Kind.PIPELINE, required = true) String pipeline,
    @Setting(
            label = "Parameters",
            kind = Setting.Kind.MAP,
            help = "Values for the other pipeline's parameters.")
        @Nullable Map<String, Object> pipelineParameters,
    @Setting(
            label = "Wait for it",
            placeholder = "true",
            help = "Goes on at once when this is off, however the other run ends.")
        @Nullable Boolean waitForCompletion,
    @Setting(
            label = "Keep its outputs out",
            help = "Otherwise what the other run's stages put out is visible downstream.")
        @Nullable Boolean skipDownstreamOutput,
    @Setting(label = "May be skipped", help = "Lets people skip this stage while it runs.")
        @Nullable Boolean skippable) {

  boolean waits() {
    return !Boolean.FALSE.equals(waitForCompletion);
  }
}
