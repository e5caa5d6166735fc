package dev.gennaker.stage.findimage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.Setting;
import dev.gennaker.stage.operation.ClusterTarget;
import org.jspecify.annotations.Nullable;

/** Settings of {@code findImage}. */
record FindImage(
    @JsonUnwrapped ClusterTarget on,
    @Setting(
            label = "Server group",
            kind = Setting.Kind.CHOICE,
            options = {"LARGEST", "NEWEST", "OLDEST", "FAIL"},
            placeholder = "NEWEST",
            help = "Whose image to take; FAIL accepts only a single one.")
        @Nullable String selectionStrategy,
    @Setting(
            label = "Only enabled ones",
            placeholder = "true",
            help = "Passes over server groups that are out of service.")
        @Nullable Boolean onlyEnabled,
    @Setting(
            label = "Image name",
            help = "A regular expression the image's name must contain.",
            placeholder = "any")
        @Nullable String imageNamePattern) {

  boolean enabledOnly() {
    return !Boolean.FALSE.equals(onlyEnabled);
  }
}
