package dev.gennaker.cloud;

import java.util.List;

/**
 * Something that runs on a platform and sends traffic to server groups: a marathon-lb.
 *
 * @param id as a server group, which it is too
 * @param location name of the {@link Location}
 * @param own whether it was made as a load balancer, by us or by Spinnaker; else it is recognised
 *     by what it runs
 * @param groups names under which server groups ask for it, e.g. {@code external}
 * @param routes what it is asked for, and who answers
 */
public record LoadBalancer(
    ServerGroupId id,
    String provider,
    String location,
    boolean own,
    List<String> groups,
    List<Route> routes) {

  public String name() {
    return id.name();
  }

  /** All who stand behind it. */
  public List<ServerGroupId> serverGroups() {
    return routes.stream().flatMap(route -> route.serverGroups().stream()).distinct().toList();
  }

  /**
   * One way in.
   *
   * @param hosts host names asked for; empty where only the port counts
   * @param path the beginning of the path; empty for any
   * @param port it listens there
   * @param mode {@code http} or {@code tcp}
   * @param sticky whether a client stays with its instance
   * @param shared name of the deployment group whose server groups share the route; empty when each
   *     asks for itself
   * @param serverGroups who answers
   */
  public record Route(
      List<String> hosts,
      String path,
      int port,
      String mode,
      boolean sticky,
      String shared,
      List<ServerGroupId> serverGroups) {}
}
