package dev.gennaker.stage.operation;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which server group a stage acts on, one in each region: by name, or as seen in its cluster when
 * the stage runs. Settings records hold it unwrapped.
 */
public record Target(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT) @JsonAlias("account")
        @Nullable String credentials,
    @Setting(
            kind = Setting.Kind.REGIONS,
            help = "In each of them one server group; on DC/OS the cluster, `_` and the group.")
        @JsonAlias({"region", "namespaces", "namespace", "zones"})
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> regions,
    @Setting(kind = Setting.Kind.CLUSTER) @JsonAlias("targetCluster") @Nullable String cluster,
    @Setting(
            kind = Setting.Kind.SERVER_GROUP_TARGET,
            help = "Chosen when the stage runs.",
            options = {"current_asg_dynamic", "ancestor_asg_dynamic", "oldest_asg_dynamic"})
        @Nullable String target,
    @Setting(
            label = "Server group",
            help = "A name, instead of cluster and target.",
            placeholder = "chosen by target")
        @JsonAlias("asgName")
        @Nullable String serverGroupName) {

  /** The regions as server groups spell them; Spinnaker's wizard writes a slash. */
  public List<String> places() {
    return Places.of(regions);
  }

  /** Whether it names a server group. */
  public boolean named() {
    return serverGroupName != null && !serverGroupName.isBlank();
  }

  /** What is missing or not understood. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(Places.problems(credentials, regions));
    if (!named()) {
      if (cluster == null || cluster.isBlank()) {
        problems.add(
            Problem.error(
                "$.cluster", "It says no cluster.", "Choose a cluster, or name a server group."));
      }
      if (target == null || Pick.parse(target).isEmpty()) {
        problems.add(
            Problem.error(
                "$.target",
                target == null ? "It says no target." : "There is no target " + target + ".",
                "Choose the newest (current_asg_dynamic), the previous (ancestor_asg_dynamic) or the"
                    + " oldest (oldest_asg_dynamic)."));
      }
    }
    return problems;
  }

  /** One line for a node, from settings as written: "newest of shop-web-prod in dcos-east". */
  public static String headline(Map<String, Object> settings) {
    Object name = settings.getOrDefault("serverGroupName", settings.get("asgName"));
    if (name == null) {
      String pick = Pick.parse(String.valueOf(settings.get("target"))).map(Pick::words).orElse("?");
      name = pick + " of " + settings.getOrDefault("cluster", "?");
    }
    return name + Places.in(settings);
  }
}
