package dev.gennaker.cloud;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Forbids leaving a cluster without instances that serve, as in Spinnaker's application attribute
 * {@code trafficGuards}.
 *
 * @param location DC/OS cluster or {@code *}
 * @param stack stack, {@code *} for any, null for none
 * @param detail detail, {@code *} for any, null for none
 */
public record TrafficGuard(
    String account,
    String location,
    @Nullable String stack,
    @Nullable String detail,
    boolean enabled) {

  /** Whether it watches over this server group. */
  public boolean watches(ServerGroup group) {
    return enabled
        && matches(account, group.id().account())
        && matches(location, group.location())
        && matches(stack, group.moniker().stack())
        && matches(detail, group.moniker().detail());
  }

  /**
   * Why taking these groups away must not happen; empty when it may.
   *
   * @param cluster all server groups of the cluster in that location
   * @param going those that would no longer serve
   */
  public Optional<String> refusal(Collection<ServerGroup> cluster, List<ServerGroup> going) {
    long before = cluster.stream().filter(g -> !g.disabled()).mapToLong(ServerGroup::up).sum();
    long after =
        cluster.stream()
            .filter(g -> !g.disabled() && !going.contains(g))
            .mapToLong(ServerGroup::up)
            .sum();
    if (before == 0 || after > 0 || going.stream().noneMatch(this::watches)) {
      return Optional.empty();
    }
    return Optional.of(
        "A traffic guard on %s in %s forbids it: %d instances serve now, none would remain. Deploy or enable another server group first."
            .formatted(going.getFirst().cluster(), going.getFirst().location(), before));
  }

  private static boolean matches(@Nullable String pattern, @Nullable String value) {
    return "*".equals(pattern) || java.util.Objects.equals(pattern, value);
  }
}
