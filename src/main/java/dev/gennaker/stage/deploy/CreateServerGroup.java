package dev.gennaker.stage.deploy;

import dev.gennaker.stage.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code createServerGroup}.
 *
 * @param cluster one entry of a deploy stage's clusters, for one region, its image resolved
 */
record CreateServerGroup(
    @Setting(required = true, kind = Setting.Kind.JSON) @Nullable Map<String, Object> cluster) {}
