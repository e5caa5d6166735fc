package dev.gennaker.stage.deploy;

import dev.gennaker.stage.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code verifyServerGroup}.
 *
 * @param cluster the entry of the deploy, for what it says of a rollback; null for none
 */
record VerifyServerGroup(@Setting(kind = Setting.Kind.JSON) @Nullable Map<String, Object> cluster) {

  ClusterEntry entry() {
    return new ClusterEntry(cluster == null ? Map.of() : cluster);
  }
}
