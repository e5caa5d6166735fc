package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server group in Spinnaker's shape.
 *
 * @param disabled the same as isDisabled; older clients read this one
 * @param rememberedSize the size it had before it was disabled; ours
 * @param change what the platform is doing to it; ours
 * @param lastFailure why an instance failed last; ours
 * @param picture whether this is live; ours
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ServerGroupView(
    String name,
    String account,
    String region,
    String cluster,
    String cloudProvider,
    String type,
    @JsonProperty("isDisabled") boolean isDisabled,
    boolean disabled,
    MonikerView moniker,
    long createdTime,
    Capacity capacity,
    @Nullable Integer rememberedSize,
    InstanceCounts instanceCounts,
    List<InstanceView> instances,
    List<String> loadBalancers,
    List<String> securityGroups,
    Map<String, String> labels,
    BuildInfo buildInfo,
    @Nullable Change change,
    String lastFailure,
    String createdBy,
    String execution,
    Picture picture) {

  static ServerGroupView of(ServerGroup group, Freshness freshness) {
    Moniker moniker = group.moniker();
    return new ServerGroupView(
        group.name(),
        group.id().account(),
        group.id().region(),
        group.cluster(),
        group.provider(),
        group.provider(),
        group.disabled(),
        group.disabled(),
        new MonikerView(
            moniker.app(),
            moniker.stack(),
            moniker.detail(),
            moniker.cluster(),
            moniker.sequence()),
        group.createdAt().toEpochMilli(),
        new Capacity(group.desired(), group.desired(), group.desired()),
        group.rememberedSize(),
        InstanceCounts.of(group),
        group.instances().stream().map(i -> InstanceView.of(i, group)).toList(),
        group.loadBalancers(),
        List.of(),
        group.labels(),
        new BuildInfo(group.image().isEmpty() ? List.of() : List.of(group.image())),
        group.change(),
        group.lastFailure(),
        group.createdBy(),
        group.execution(),
        Picture.of(freshness));
  }

  /**
   * How far this can be trusted.
   *
   * @param asOf the moment of the picture, ms since 1970; null where that is not known
   * @param reason why it is not live; empty while it is
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Picture(boolean live, @Nullable Long asOf, String reason) {

    static Picture of(Freshness freshness) {
      return switch (freshness) {
        case Freshness.Live live -> new Picture(true, live.asOf().toEpochMilli(), "");
        case Freshness.Connecting connecting ->
            new Picture(false, null, "It is being read since " + connecting.since());
        case Freshness.Stale stale ->
            new Picture(
                false, stale.asOf() == null ? null : stale.asOf().toEpochMilli(), stale.reason());
      };
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MonikerView(
      String app,
      @Nullable String stack,
      @Nullable String detail,
      String cluster,
      @Nullable Integer sequence) {}

  record Capacity(int min, int max, int desired) {}

  record BuildInfo(List<String> images) {}

  record InstanceCounts(
      int total, long up, long down, long unknown, long outOfService, long starting) {

    static InstanceCounts of(ServerGroup group) {
      return new InstanceCounts(
          group.instances().size(),
          group.up(),
          group.count(Instance.Health.DOWN) + group.count(Instance.Health.FAILED),
          group.count(Instance.Health.UNKNOWN) + group.count(Instance.Health.UNREACHABLE),
          group.count(Instance.Health.OUT_OF_SERVICE),
          group.count(Instance.Health.STARTING));
    }
  }
}
