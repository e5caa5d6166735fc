package dev.gennaker.stage.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cluster a stage acts on, in each region. Settings records hold it unwrapped. */
public record ClusterTarget(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT) @JsonAlias("account")
        @Nullable String credentials,
    @Setting(kind = Setting.Kind.REGIONS)
        @JsonAlias({"region", "namespaces", "namespace", "zones"})
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> regions,
    @Setting(kind = Setting.Kind.CLUSTER) @Nullable String cluster,
    @Setting(
            label = "Go on without the cluster",
            help = "A region where the cluster does not exist is passed over instead of failing.")
        @Nullable Boolean continueIfClusterNotFound) {

  /** The regions as server groups spell them. */
  public List<String> places() {
    return Places.of(regions);
  }

  /** What is missing. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(Places.problems(credentials, regions));
    if (cluster == null || cluster.isBlank()) {
      problems.add(Problem.error("$.cluster", "It says no cluster.", "Choose a cluster."));
    }
    return problems;
  }

  /** One line for a node, from settings as written: "shop-web-prod in dcos-east". */
  public static String headline(Map<String, Object> settings) {
    return settings.getOrDefault("cluster", "?") + Places.in(settings);
  }
}
