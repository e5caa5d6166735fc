package dev.gennaker.stage.loadbalancer;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.gennaker.stage.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of {@code upsertLoadBalancer}; Spinnaker's, and what else a marathon-lb has. */
record UpsertLoadBalancer(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT, required = true)
        @JsonAlias({"account"})
        @Nullable String credentials,
    @Setting(kind = Setting.Kind.REGION, required = true) @JsonAlias({"dcosCluster"})
        @Nullable String region,
    @Setting(
            label = "Name",
            required = true,
            help = "`app[-stack[-detail]]`; the application owns it.")
        @Nullable String loadBalancerName,
    @Setting(min = 0, placeholder = "1") @Nullable Integer instances,
    @Setting(label = "CPUs", min = 0, placeholder = "2") @Nullable Double cpus,
    @Setting(label = "Memory", min = 0, unit = "MB", placeholder = "1024") @Nullable Double mem,
    @Setting(
            label = "Roles",
            help = "Roles of the agents it may run on; `slave_public` where nothing is said.")
        @Nullable List<String> acceptedResourceRoles,
    @Setting(label = "Ports 80 and 443", placeholder = "true") @Nullable Boolean bindHttpHttps,
    @Setting(
            label = "Port range",
            kind = Setting.Kind.JSON,
            help = "`protocol`, `minPort`, `maxPort`; 10000 to 10100 where nothing is said.")
        @Nullable Map<String, Object> portRange,
    @Setting(
            label = "HAPROXY group",
            placeholder = "<account>_<name>",
            help = "Server groups ask for it with the label HAPROXY_GROUP.")
        @Nullable String haproxyGroup,
    @Setting(placeholder = "mesosphere/marathon-lb:v1.15.0") @Nullable String image,
    @Setting(label = "Marathon", help = "Its address within the cluster.")
        @Nullable String marathonUrl,
    @Setting(
            label = "Service account secret",
            help = "Path of the secret with a service account, as clusters in strict mode want it.")
        @Nullable String serviceAccountSecret,
    @Setting(label = "Certificate secret", help = "Path of the secret with certificate and key.")
        @Nullable String certificateSecret,
    @Setting(label = "Certificate files", help = "Paths in its sandbox, with commas between.")
        @Nullable String certificatePaths,
    @Setting(label = "Templates", help = "Address of an archive with templates.")
        @Nullable String templatesUri,
    @Setting(label = "Global options", help = "HAPROXY_GLOBAL_DEFAULT_OPTIONS.")
        @Nullable String globalOptions) {

  /** The body a provider is given; what is not said is not in it. */
  Map<String, Object> definition() {
    Map<String, @Nullable Object> all = new HashMap<>();
    all.put("instances", instances);
    all.put("cpus", cpus);
    all.put("mem", mem);
    all.put("acceptedResourceRoles", acceptedResourceRoles);
    all.put("bindHttpHttps", bindHttpHttps);
    all.put("portRange", portRange);
    all.put("haproxyGroup", haproxyGroup);
    all.put("image", image);
    all.put("marathonUrl", marathonUrl);
    all.put("serviceAccountSecret", serviceAccountSecret);
    all.put("certificateSecret", certificateSecret);
    all.put("certificatePaths", certificatePaths);
    all.put("templatesUri", templatesUri);
    all.put("globalOptions", globalOptions);
    Map<String, Object> said = new HashMap<>();
    all.forEach(
        (key, value) -> {
          if (value != null && !value.equals("")) {
            said.put(key, value);
          }
        });
    return said;
  }
}
