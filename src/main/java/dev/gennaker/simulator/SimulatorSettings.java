package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Generation;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

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
 * @param metronomePath where Metronome is; it answers at the root as well
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
    String metronomePath,
    int agents,
    double speed,
    boolean still,
    Clock clock,
    long seed,
    Knobs knobs) {

  /** A free port, no security, Marathon 1.11 as DC/OS runs it, five agents, real time. */
  public static SimulatorSettings defaults() {
    return new Draft().settled();
  }

  Generation generation() {
    return Generation.of(follow);
  }

  public SimulatorSettings withPort(int value) {
    return with(draft -> draft.port = value);
  }

  /** Security on, with these passwords by uid and public keys by uid. */
  public SimulatorSettings withSecurity(
      Map<String, String> passwords, Map<String, String> publicKeys, long seconds) {
    return with(
        draft -> {
          draft.security = true;
          draft.users = passwords;
          draft.serviceAccounts = publicKeys;
          draft.tokenSeconds = seconds;
        });
  }

  /** "1.6" or "1.11". */
  public SimulatorSettings following(String version) {
    return with(draft -> draft.follow = version);
  }

  public SimulatorSettings withFeatures(Set<String> value) {
    return with(draft -> draft.features = value);
  }

  /** Where Metronome is, without a slash at the end; empty for a bare one. */
  public SimulatorSettings withMetronomeAt(String path) {
    return with(draft -> draft.metronomePath = path);
  }

  public SimulatorSettings withAgents(int value) {
    return with(draft -> draft.agents = value);
  }

  public SimulatorSettings withSpeed(double value) {
    return with(draft -> draft.speed = value);
  }

  /** Time stands still at the clock's present moment and is turned by hand. */
  public SimulatorSettings standingStill(Clock at) {
    return with(
        draft -> {
          draft.speed = 1;
          draft.still = true;
          draft.clock = at;
        });
  }

  public SimulatorSettings withKnobs(Knobs value) {
    return with(draft -> draft.knobs = value);
  }

  private SimulatorSettings with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.settled();
  }

  /** The components while they may still change; at first the defaults. */
  private static final class Draft {

    private int port;
    private boolean security;
    private Map<String, String> users = Map.of("gennaker", "gennaker");
    private Map<String, String> serviceAccounts = Map.of();
    private long tokenSeconds = 432_000;
    private String follow = "1.11";
    private Set<String> features = Set.of("secrets", "gpu_resources", "slave_public");
    private String metronomePath = "/service/metronome";
    private int agents = 5;
    private double speed = 1;
    private boolean still;
    private Clock clock = Clock.systemUTC();
    private long seed = 1;
    private Knobs knobs = Knobs.DEFAULT;

    Draft() {}

    Draft(SimulatorSettings from) {
      port = from.port;
      security = from.security;
      users = from.users;
      serviceAccounts = from.serviceAccounts;
      tokenSeconds = from.tokenSeconds;
      follow = from.follow;
      features = from.features;
      metronomePath = from.metronomePath;
      agents = from.agents;
      speed = from.speed;
      still = from.still;
      clock = from.clock;
      seed = from.seed;
      knobs = from.knobs;
    }

    SimulatorSettings settled() {
      return new SimulatorSettings(
          port,
          security,
          users,
          serviceAccounts,
          tokenSeconds,
          follow,
          features,
          metronomePath,
          agents,
          speed,
          still,
          clock,
          seed,
          knobs);
    }
  }
}
