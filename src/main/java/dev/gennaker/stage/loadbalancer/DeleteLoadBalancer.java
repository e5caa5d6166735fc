package dev.gennaker.stage.loadbalancer;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.gennaker.stage.Setting;
import org.jspecify.annotations.Nullable;

/** Settings of {@code deleteLoadBalancer}. */
record DeleteLoadBalancer(
    @Setting(label = "Account", kind = Setting.Kind.ACCOUNT, required = true)
        @JsonAlias({"account"})
        @Nullable String credentials,
    @Setting(kind = Setting.Kind.REGION, required = true) @JsonAlias({"dcosCluster"})
        @Nullable String region,
    @Setting(label = "Name", required = true) @Nullable String loadBalancerName,
    @Setting(
            label = "Although it is used",
            help = "Also while server groups stand behind it; their routes are then gone.")
        @Nullable Boolean evenIfUsed) {}
