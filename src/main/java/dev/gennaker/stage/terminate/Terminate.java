package dev.gennaker.stage.terminate;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonFormat;
import dev.gennaker.stage.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code terminateInstances} and {@code terminateInstanceAndDecrementServerGroup}.
 *
 * @param instanceIds the platform's own ids; Spinnaker writes a single one as {@code instance}
 */
record Terminate(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT) @JsonAlias("account")
        @Nullable String credentials,
    @Setting(kind = Setting.Kind.REGION) @Nullable String region,
    @Setting(
            label = "Server group",
            placeholder = "found by the instances",
            help = "Whose instances they are.")
        @JsonAlias("asgName")
        @Nullable String serverGroupName,
    @Setting(label = "Instances", help = "Their ids.")
        @JsonAlias("instance")
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        @Nullable List<String> instanceIds) {

  List<String> ids() {
    return instanceIds == null ? List.of() : instanceIds.stream().distinct().toList();
  }

  /** "2 of shop-web-prod-v003". */
  static String headline(Map<String, Object> settings) {
    Object ids = settings.getOrDefault("instanceIds", settings.get("instance"));
    return (ids instanceof List<?> list ? list.size() + " of " : "1 of ")
        + settings.getOrDefault("serverGroupName", "its server group");
  }
}
