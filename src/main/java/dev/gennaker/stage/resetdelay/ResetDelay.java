package dev.gennaker.stage.resetdelay;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.operation.Target;

/** Settings of {@code resetLaunchDelay}. */
record ResetDelay(@JsonUnwrapped Target on) {}
