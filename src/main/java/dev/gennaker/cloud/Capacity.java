package dev.gennaker.cloud;

import java.time.Instant;
import java.util.List;

/**
 * What a location has and how much of it is used, as its platform told at one moment.
 *
 * @param machines those that run instances
 * @param roles for whom the machines are shared out
 * @param frameworks what places instances on the machines, also what Gennaker has nothing to do
 *     with
 */
public record Capacity(Instant asOf, List<Use> machines, List<Use> roles, List<Use> frameworks) {

  /**
   * Who uses how much of what.
   *
   * @param note what else is to be known, e.g. a rack; may be empty
   * @param active whether it takes part at present
   * @param total what it may use at most; for roles and frameworks without a limit all there is
   */
  public record Use(
      String name,
      String note,
      boolean active,
      long instances,
      ServerGroup.Resources used,
      ServerGroup.Resources total) {}

  /** All machines together. */
  public Use all() {
    return new Use(
        "",
        "",
        true,
        machines.stream().mapToLong(Use::instances).sum(),
        sum(machines.stream().map(Use::used).toList()),
        sum(machines.stream().map(Use::total).toList()));
  }

  /** What some have together. */
  public static ServerGroup.Resources sum(List<ServerGroup.Resources> some) {
    return new ServerGroup.Resources(
        some.stream().mapToDouble(ServerGroup.Resources::cpus).sum(),
        some.stream().mapToDouble(ServerGroup.Resources::mem).sum(),
        some.stream().mapToDouble(ServerGroup.Resources::disk).sum(),
        some.stream().mapToInt(ServerGroup.Resources::gpus).sum());
  }
}
