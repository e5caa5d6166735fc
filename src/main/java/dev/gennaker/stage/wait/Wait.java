package dev.gennaker.stage.wait;

import dev.gennaker.stage.Setting;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code wait}.
 *
 * @param waitTime seconds, at most a year
 * @param skipWaitText what is asked of the person who skips the wait
 */
record Wait(
    @Setting(
            kind = Setting.Kind.SECONDS,
            unit = "s",
            required = true,
            min = 0,
            max = Wait.A_YEAR,
            placeholder = "30",
            help = "How long to wait, in seconds; may be an expression.")
        long waitTime,
    @Setting(
            label = "Before skipping",
            kind = Setting.Kind.MARKDOWN,
            help = "Shown to whoever wants to skip the rest of the wait.")
        @Nullable String skipWaitText) {

  static final long A_YEAR = 31_536_000;
}
