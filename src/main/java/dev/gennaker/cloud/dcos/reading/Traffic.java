package dev.gennaker.cloud.dcos.reading;

import java.util.List;

/**
 * How an app takes part in balancing.
 *
 * @param balances the HAPROXY groups it balances; empty unless it is a marathon-lb
 * @param own whether it says by a label that it is a load balancer
 * @param entrances where marathon-lb lets traffic in to it
 * @param vips as written, e.g. {@code /web:80}
 */
public record Traffic(
    List<String> balances, boolean own, List<Entrance> entrances, List<String> vips) {

  static final Traffic NONE = new Traffic(List.of(), false, List.of(), List.of());

  /**
   * One service port as marathon-lb opens it.
   *
   * @param groups the HAPROXY groups that open it
   * @param hosts virtual hosts; empty for none
   * @param path the beginning of the path; empty for any
   * @param shared the deployment group; empty for none
   */
  public record Entrance(
      List<String> groups,
      List<String> hosts,
      String path,
      int port,
      String mode,
      boolean sticky,
      String shared) {}
}
