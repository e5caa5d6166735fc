package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.LoadBalancer.Route;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.VirtualAddress;
import dev.gennaker.cloud.dcos.reading.Traffic.Entrance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The load balancers among the apps of a cluster, and who stands behind their routes. */
public final class Balancers {

  private static final Comparator<Route> BY_WAY_IN =
      Comparator.comparing((Route route) -> String.join(",", route.hosts()))
          .thenComparing(Route::path)
          .thenComparing(Route::port);

  private static final Comparator<Reading> BY_ID = Comparator.comparing(Reading::appId);

  private Balancers() {}

  /** An entrance and who has it. */
  private record Behind(Entrance entrance, ServerGroupId group) {}

  public static List<LoadBalancer> of(Collection<Reading> apps) {
    List<Reading> balancers =
        apps.stream().filter(app -> !app.traffic().balances().isEmpty()).sorted(BY_ID).toList();
    if (balancers.isEmpty()) {
      return List.of();
    }
    List<Behind> all = new ArrayList<>();
    apps.stream()
        .filter(app -> !app.traffic().entrances().isEmpty())
        .sorted(BY_ID)
        .forEach(
            app ->
                app.traffic()
                    .entrances()
                    .forEach(entrance -> all.add(new Behind(entrance, app.group().id()))));
    return balancers.stream().map(app -> balancer(app, all)).toList();
  }

  private static LoadBalancer balancer(Reading app, List<Behind> all) {
    List<String> groups = app.traffic().balances();
    Map<Object, List<Behind>> byWayIn = new HashMap<>();
    for (Behind one : all) {
      if (groups.contains("*") || one.entrance().groups().stream().anyMatch(groups::contains)) {
        byWayIn.computeIfAbsent(wayIn(one.entrance()), key -> new ArrayList<>()).add(one);
      }
    }
    List<Route> routes = byWayIn.values().stream().map(Balancers::route).sorted(BY_WAY_IN).toList();
    return new LoadBalancer(
        app.group().id(),
        app.group().provider(),
        app.group().location(),
        app.traffic().own(),
        groups,
        routes);
  }

  /** What clients ask for is what makes a route: a host, or where there is none, a port. */
  private static Object wayIn(Entrance entrance) {
    return entrance.hosts().isEmpty()
        ? List.of(entrance.port(), entrance.path())
        : List.of(entrance.hosts(), entrance.path());
  }

  private static Route route(List<Behind> same) {
    Entrance first = same.getFirst().entrance();
    return new Route(
        first.hosts(),
        first.path(),
        first.port(),
        first.mode(),
        first.sticky(),
        first.shared(),
        same.stream().map(Behind::group).distinct().toList());
  }

  public static List<VirtualAddress> addresses(Collection<Reading> apps) {
    Map<String, List<Reading>> byAddress = new TreeMap<>();
    apps.stream()
        .sorted(BY_ID)
        .forEach(
            app ->
                app.traffic()
                    .vips()
                    .forEach(
                        vip -> byAddress.computeIfAbsent(vip, v -> new ArrayList<>()).add(app)));
    return byAddress.entrySet().stream()
        .map(
            one ->
                new VirtualAddress(
                    one.getValue().getFirst().group().provider(),
                    one.getValue().getFirst().group().location(),
                    one.getKey(),
                    address(one.getKey()),
                    one.getValue().stream().map(app -> app.group().id()).toList()))
        .toList();
  }

  /** A name is an address in DC/OS's own domain, without its slashes; numbers are what they are. */
  private static String address(String vip) {
    int colon = vip.lastIndexOf(':');
    if (!vip.startsWith("/") || colon < 0) {
      return vip;
    }
    String name = vip.substring(0, colon).replace("/", "");
    return name + ".marathon.l4lb.thisdcos.directory" + vip.substring(colon);
  }
}
