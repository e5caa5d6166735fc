package dev.gennaker.simulator;

import com.sun.net.httpserver.HttpServer;
import dev.gennaker.simulator.balancer.Balancers;
import dev.gennaker.simulator.files.Agents;
import dev.gennaker.simulator.marathon.Hand;
import dev.gennaker.simulator.marathon.Heart;
import dev.gennaker.simulator.marathon.Marathon;
import dev.gennaker.simulator.metronome.Metronome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A DC/OS cluster in a box, on a loopback port: Admin Router, Marathon and Metronome over HTTP.
 * What can be turned here can also be turned over HTTP below {@code /simulator}.
 */
public final class SimulatedCluster implements AutoCloseable {

  static {
    // Without this the JDK's server lets small answers wait 40 ms for a delayed acknowledgement.
    if (System.getProperty("sun.net.httpserver.nodelay") == null) {
      System.setProperty("sun.net.httpserver.nodelay", "true");
    }
  }

  private final SimulatorSettings settings;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Heart heart;
  private final Marathon marathon;
  private final Metronome metronome;
  private final Balancers balancers;
  private final AdminRouter.Parts parts;

  private SimulatedCluster(SimulatorSettings settings, @Nullable Path logFile) throws IOException {
    this.settings = settings;
    this.server =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getByName("127.0.0.1"), settings.port()), 256);
    this.heart =
        settings.still()
            ? Heart.still(settings.clock())
            : Heart.beating(settings.clock(), settings.speed());
    this.marathon =
        new Marathon(
            heart,
            new Marathon.Setup(
                settings.generation(),
                settings.features(),
                settings.agents(),
                settings.seed(),
                "127.0.0.1:" + port()));
    marathon.turn(k -> settings.knobs());
    this.balancers = new Balancers(marathon);
    this.metronome = new Metronome(heart, marathon::knobs, settings.agents(), settings.seed());
    this.parts =
        new AdminRouter.Parts(
            new Tokens(settings),
            new Grants(),
            new Faults(settings.clock()),
            new RequestLog(logFile),
            settings.clock(),
            new Agents(
                heart,
                marathon::knobs,
                settings.agents(),
                List.of(marathon.sandboxes(), metronome.sandboxes())));
    AdminRouter router = new AdminRouter(settings, marathon, metronome, parts);
    server.createContext("/", router::handle);
    server.createContext("/simulator", new SimulatorApi(this)::handle);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Starts a cluster.
   *
   * @throws IOException when the port cannot be had
   */
  public static SimulatedCluster start(SimulatorSettings settings) throws IOException {
    return new SimulatedCluster(settings, null);
  }

  /** Starts a cluster that also appends every call to a file, one JSON object a line. */
  static SimulatedCluster start(SimulatorSettings settings, @Nullable Path logFile)
      throws IOException {
    return new SimulatedCluster(settings, logFile);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of the cluster, what DC/OS calls its cluster URL. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + port());
  }

  /** Marathon behind Admin Router; a bare one answers at {@link #baseUrl} just as well. */
  public URI marathonUrl() {
    return URI.create(baseUrl() + "/service/marathon");
  }

  /** Metronome behind Admin Router; a bare one answers at {@link #baseUrl} just as well. */
  public URI metronomeUrl() {
    return URI.create(baseUrl() + settings.metronomePath());
  }

  /** Every call this cluster got. */
  public RequestLog requestLog() {
    return parts.log();
  }

  public Knobs knobs() {
    return marathon.knobs();
  }

  /** Turns knobs of the whole cluster. */
  public void turn(UnaryOperator<Knobs> change) {
    marathon.turn(change);
  }

  /** Turns a knob of one application, named as its label would be; null takes it away. */
  public void turn(String appId, String knob, @Nullable String value) {
    hand().turn(appId, knob, value);
  }

  /** Turns a knob of one job, named as its label would be; null takes it away. */
  public void turnJob(String jobId, String knob, @Nullable String value) {
    metronome.turn(jobId, knob, value);
  }

  /** Every marathon-lb that runs here. */
  public Balancers balancers() {
    return balancers;
  }

  /** Moves the time of a cluster that stands still. */
  public void advance(Duration by) {
    heart.advance(by);
  }

  /** Divides every duration from now on. */
  public void speed(double faster) {
    hand().speed(faster);
  }

  /** Lets calls go wrong. */
  public void fault(Fault fault) {
    parts.faults().add(fault);
  }

  /** Ends all faults. */
  public void heal() {
    parts.faults().clear();
  }

  /** Breaks every event stream; what happens until a reader is back is lost to it. */
  public void cutEvents() {
    marathon.cutEvents();
  }

  /** Elects another leader; until that is done calls get 502 and events are cut. */
  public void changeLeader(Duration takes) {
    parts.faults().leaderless(takes);
    marathon.changeLeader();
  }

  /**
   * Takes permissions from a user by their DC/OS names, in place of what was taken before, e.g.
   * {@code dcos:adminrouter:ops:mesos full}. Without security everybody is {@code anonymous}.
   */
  public void deny(String uid, java.util.Set<String> permissions) {
    parts.grants().take(uid, permissions);
  }

  /** Makes every token given out so far worthless. */
  public void revokeTokens() {
    parts.tokens().revoke();
  }

  /** Puts running applications there at once, without deployments. */
  public void seed(int apps, int tasks) {
    hand().seed(apps, tasks);
  }

  /**
   * Reports a state of a task as Mesos would, e.g. TASK_FAILED.
   *
   * @return false when there is no such task
   */
  public boolean reportTask(String taskId, String state, @Nullable String message) {
    return hand().report(taskId, state, message);
  }

  /** Makes the health checks of one task pass or fail; null lets them follow the knobs again. */
  public boolean taskHealth(String taskId, @Nullable Boolean healthy) {
    return hand().health(taskId, healthy);
  }

  /** Readers of the event stream at present. */
  public int eventReaders() {
    return hand().eventReaders();
  }

  Hand hand() {
    return marathon.hand();
  }

  AdminRouter.Parts parts() {
    return parts;
  }

  @Override
  public void close() {
    marathon.cutEvents();
    server.stop(0);
    heart.close();
    threads.shutdownNow();
  }
}
