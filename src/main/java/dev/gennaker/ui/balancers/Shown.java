package dev.gennaker.ui.balancers;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.VirtualAddress;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one person may see of balancing, and asked for. */
record Shown(List<Balancer> balancers, List<Address> addresses) {

  /** A load balancer as it runs, with those of its routes that were asked for. */
  record Balancer(LoadBalancer balancer, ServerGroup app, List<Route> routes, int all) {}

  /** A way in, and who answers. */
  record Route(LoadBalancer.Route route, List<ServerGroup> groups) {}

  /** An address within a cluster, and who answers. */
  record Address(VirtualAddress address, List<ServerGroup> groups) {}

  static Shown to(Actor actor, Permissions permissions, Clouds clouds, String words) {
    return to(
        owner -> permissions.allows(actor, Permission.READ, owner.isEmpty() ? null : owner),
        clouds,
        words);
  }

  /**
   * @param mayRead told the owning application, empty for nobody's
   */
  static Shown to(Predicate<String> mayRead, Clouds clouds, String words) {
    Map<String, Boolean> asked = new HashMap<>();
    Map<ServerGroupId, ServerGroup> visible =
        clouds.serverGroups().stream()
            .filter(group -> asked.computeIfAbsent(group.application(), mayRead::test))
            .collect(Collectors.toMap(ServerGroup::id, Function.identity(), (a, b) -> a));
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return new Shown(
        clouds.loadBalancers().stream()
            .flatMap(balancer -> balancer(balancer, visible, wanted))
            .toList(),
        clouds.virtualAddresses().stream()
            .map(address -> new Address(address, of(address.serverGroups(), visible)))
            .filter(address -> !address.groups().isEmpty())
            .filter(
                address ->
                    says(
                        wanted,
                        address.groups(),
                        Stream.of(address.address().address(), address.address().location())))
            .toList());
  }

  private static Stream<Balancer> balancer(
      LoadBalancer balancer, Map<ServerGroupId, ServerGroup> visible, String wanted) {
    ServerGroup app = visible.get(balancer.id());
    if (app == null) {
      return Stream.empty();
    }
    List<Route> all =
        balancer.routes().stream()
            .map(route -> new Route(route, of(route.serverGroups(), visible)))
            .filter(route -> !route.groups().isEmpty())
            .toList();
    boolean itself =
        says(
            wanted,
            List.of(app),
            Stream.concat(Stream.of(balancer.location()), balancer.groups().stream()));
    List<Route> asked =
        itself
            ? all
            : all.stream()
                .filter(
                    route ->
                        says(
                            wanted,
                            route.groups(),
                            Stream.concat(
                                Stream.of(":" + route.route().port(), route.route().path()),
                                route.route().hosts().stream())))
                .toList();
    return itself || !asked.isEmpty()
        ? Stream.of(new Balancer(balancer, app, asked, all.size()))
        : Stream.empty();
  }

  private static List<ServerGroup> of(
      List<ServerGroupId> ids, Map<ServerGroupId, ServerGroup> visible) {
    return ids.stream().filter(visible::containsKey).map(visible::get).toList();
  }

  private static boolean says(String wanted, List<ServerGroup> groups, Stream<String> words) {
    return wanted.isEmpty()
        || Stream.concat(words, groups.stream().map(ServerGroup::name))
            .anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
