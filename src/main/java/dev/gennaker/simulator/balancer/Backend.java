package dev.gennaker.simulator.balancer;

import java.util.List;

/**
 * One backend as marathon-lb writes it into HAProxy's configuration.
 *
 * @param name app or deployment group, and port
 */
public record Backend(String name, int port, List<Server> servers) {

  /**
   * One task in it.
   *
   * @param draining written as disabled: it gets no new connections
   */
  public record Server(
      String name, String task, String host, int port, boolean draining, boolean down) {

    String status() {
      return draining ? "MAINT" : down ? "DOWN" : "UP";
    }
  }
}
