package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Generation;
import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * What is fixed for the life of a simulated cluster.
 *
 * @param port the loopback port; 0 takes a free one
 * @param security whether everything but the login needs a token
 * @param users passwords by uid
 * @param serviceAccounts public keys (PEM) by uid
 * @param tokenSeconds life of a token
 * @param follow which Marathon is imitated
 * @param features Marathon's enabled features; slave_public gives it the role DC/OS gives it
 * @param agents number of machines
 * @param speed divides every duration
 * @param still time stands still until {@link SimulatedCluster#advance} turns it
 * @param clock where time comes from
 * @param seed makes ids and random ports repeatable
 * @param knobs how the cluster behaves at first
 */
public record SimulatorSettings(
    int port,
    boolean security,
    Map<String, String> users,
    Map<String, String> serviceAccounts,
    long tokenSeconds,
    String follow,
    Set<String> features,
    int agents,
    double speed,
    boolean still,
    Clock clock,
    long seed,
    Knobs knobs) {

  /** A free port, no security, Marathon 1.11 as DC/OS runs it, five agents, real time. */
  public static SimulatorSettings defaults() {
    return new SimulatorSettings(
        0,
        false,
        Map.of("gennaker", "gennaker"),
        Map.of(),
        432_000,
        "1.11",
        Set.of("secrets", "gpu_resources", "slave_public"),
        5,
        1,
        false,
        Clock.systemUTC(),
        1,
        Knobs.DEFAULT);
  }

  Generation generation() {
    return Generation.of(follow);
  }

  public SimulatorSettings withPort(int value) {
    return new SimulatorSettings(
        value,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        features,
        agents,
        speed,
        still,
        clock,
        seed,
        knobs);
  }

  /** Security on, with these passwords by uid and public keys by uid. */
  public SimulatorSettings withSecurity(
      Map<String, String> passwords, Map<String, String> publicKeys, long seconds) {
    return new SimulatorSettings(
        port,
        true,
        passwords,
        publicKeys,
        seconds,
        follow,
        features,
        agents,
        speed,
        still,
        clock,
        seed,
        knobs);
  }

  /** "1.6" or "1.11". */
  public SimulatorSettings following(String version) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        version,
        features,
        agents,
        speed,
        still,
        clock,
        seed,
        knobs);
  }

  public SimulatorSettings withFeatures(Set<String> value) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        value,
        agents,
        speed,
        still,
        clock,
        seed,
        knobs);
  }

  public SimulatorSettings withAgents(int value) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        features,
        value,
        speed,
        still,
        clock,
        seed,
        knobs);
  }

  public SimulatorSettings withSpeed(double value) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        features,
        agents,
        value,
        still,
        clock,
        seed,
        knobs);
  }

  /** Time stands still at the clock's present moment and is turned by hand. */
  public SimulatorSettings standingStill(Clock at) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        features,
        agents,
        1,
        true,
        at,
        seed,
        knobs);
  }

  public SimulatorSettings withKnobs(Knobs value) {
    return new SimulatorSettings(
        port,
        security,
        users,
        serviceAccounts,
        tokenSeconds,
        follow,
        features,
        agents,
        speed,
        still,
        clock,
        seed,
        value);
  }
}
