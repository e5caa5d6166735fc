package dev.gennaker.stage.deploy;

import dev.gennaker.stage.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code deploy}.
 *
 * @param clusters what to deploy where, Spinnaker's shape with the provider's own body in each
 * @param cluster a single one, as old pipelines write it
 */
record Deploy(
    @Setting(
            label = "Server groups",
            kind = Setting.Kind.JSON,
            help = "What to deploy where; all of them at the same time.")
        @Nullable List<Map<String, Object>> clusters,
    @Setting(label = "Server group (old form)", kind = Setting.Kind.JSON)
        @Nullable Map<String, Object> cluster) {

  List<ClusterEntry> entries() {
    Stream<Map<String, Object>> all =
        Stream.concat(
            clusters == null ? Stream.of() : clusters.stream(), Stream.ofNullable(cluster));
    return all.map(ClusterEntry::new).toList();
  }
}
