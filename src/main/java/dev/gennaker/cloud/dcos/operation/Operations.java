package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.CloudProvider.OnBehalf;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.marathon.Metronome;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/** Carries out every kind of operation, and turns what clusters refuse into reasons. */
public final class Operations {

  private static final String BROKEN_SINCE = "brokenSince";
  private static final String SILENT_SINCE = "silentSince";

  /**
   * How long a cluster may answer nothing but errors: a change of leader or a restart takes
   * seconds.
   */
  private static final Duration BEARABLE = Duration.ofMinutes(2);

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Connections connections;
  private final Deploying deploying;
  private final Updating updating;
  private final Sizing sizing;
  private final Ending ending = new Ending();
  private final Restarting restarting;
  private final Canceling canceling = new Canceling();
  private final Putting putting;
  private final HandingOver handingOver;
  private final HandingBack handingBack;
  private final Running running;
  private final Clock clock;

  public Operations(Connections connections, Timing timing, Clock clock, InstanceFiles files) {
    this.connections = connections;
    this.clock = clock;
    LastLines lines = new LastLines(files);
    Hopeless hopeless = new Hopeless(timing, clock, lines);
    this.deploying = new Deploying(hopeless, new Colours(connections, clock), clock);
    this.putting = new Putting(hopeless);
    this.handingOver = new HandingOver(hopeless, new Fronts(connections), clock);
    this.handingBack = new HandingBack(hopeless, new Fronts(connections), clock);
    this.updating = new Updating(hopeless, clock);
    this.sizing = new Sizing(hopeless);
    this.restarting = new Restarting(hopeless);
    this.running = new Running(clock, lines);
  }

  /** See {@link dev.gennaker.cloud.CloudProvider#carryOut}. */
  public Progress carryOut(
      Operation operation, String key, Map<String, Object> remembered, OnBehalf by) {
    String cluster = Addresses.cluster(operation.region());
    Optional<Marathon> marathon = connections.of(operation.account(), cluster);
    Optional<Metronome> metronome = connections.jobsOf(operation.account(), cluster);
    if (marathon.isEmpty() || metronome.isEmpty()) {
      return new Progress.Failed(
          "Account %s may not use a DC/OS cluster %s; check the account, or its clusters in the configuration."
              .formatted(operation.account(), cluster),
          false,
          Map.of());
    }
    Memory memory = new Memory(remembered);
    memory.forget(BROKEN_SINCE);
    memory.forget(SILENT_SINCE);
    Instant asked = clock.instant();
    try {
      return operation instanceof Operation.RunJob job
          ? running.go(job, metronome.get(), key, memory, by)
          : act(operation, marathon.get(), key, memory, by);
    } catch (DcosFault fault) {
      return refused(fault, memory, new Memory(remembered), asked);
    }
  }

  /** See {@link dev.gennaker.cloud.CloudProvider#callOff}. */
  public void callOff(Operation operation, String key, OnBehalf by) {
    if (operation instanceof Operation.RunJob job) {
      String cluster = Addresses.cluster(job.region());
      connections
          .jobsOf(job.account(), cluster)
          .ifPresent(metronome -> callOff(job, metronome, key, by));
    }
  }

  /** A second time where the first got no proper answer: nobody asks again later. */
  private void callOff(Operation.RunJob job, Metronome metronome, String key, OnBehalf by) {
    try {
      running.callOff(job, metronome, key, by);
    } catch (DcosFault fault) {
      if (!fault.passes()) {
        throw fault;
      }
      running.callOff(job, metronome, key, by);
    }
  }

  private Progress act(
      Operation operation, Marathon marathon, String key, Memory memory, OnBehalf by) {
    return switch (operation) {
      case Operation.Deploy deploy ->
          deploy.model() == Operation.Model.IN_PLACE
              ? updating.deploy(deploy, marathon, key, memory, by)
              : deploying.go(deploy, marathon, key, memory, by);
      case Operation.PutLoadBalancer put -> putting.go(put, marathon, memory, by);
      case Operation.RunJob _ -> throw new IllegalArgumentException("Marathon runs no jobs");
      case Operation.OnServerGroup on ->
          Addresses.appId(on.target())
              .map(appId -> on(on, new Place(marathon, on.target(), appId), key, memory, by))
              .orElseGet(
                  () ->
                      new Progress.Failed(
                          "No app on %s can be called %s."
                              .formatted(marathon.cluster(), on.target()),
                          false,
                          Map.of()));
    };
  }

  private Progress on(
      Operation.OnServerGroup operation, Place place, String key, Memory memory, OnBehalf by) {
    return switch (operation) {
      case Operation.Resize resize ->
          sizing.resize(place, resize.desired(), resize.force(), memory);
      case Operation.Disable disable ->
          sizing.disable(place, disable.force(), disable.remember(), memory);
      case Operation.Enable enable ->
          sizing.enable(place, enable.desired(), enable.force(), memory);
      case Operation.Destroy destroy -> ending.destroy(place, destroy.force(), memory);
      case Operation.Terminate terminate -> ending.terminate(place, terminate, memory);
      case Operation.Restart restart -> restarting.go(place, restart.force(), memory);
      case Operation.Revert revert -> updating.revert(place, revert, key, memory, by);
      case Operation.CancelChange cancel -> canceling.go(place, cancel, memory);
      case Operation.ResetDelay _ -> canceling.resetDelay(place);
      case Operation.HandOver over -> handingOver.go(place, over, memory);
      case Operation.HandBack back -> handingBack.go(place, back, memory);
    };
  }

  /** The first moment of the trouble is remembered for as long as it lasts. */
  private Progress refused(DcosFault fault, Memory memory, Memory before, Instant asked) {
    String since = "";
    boolean given = false;
    if (fault.why() instanceof Why.Broken) {
      Instant broken = before.moment(BROKEN_SINCE).orElseGet(clock::instant);
      memory.put(BROKEN_SINCE, broken.toString());
      given = broken.plus(BEARABLE).isBefore(clock.instant());
    } else if (fault.why() instanceof Why.Unreachable) {
      Instant silent = before.moment(SILENT_SINCE).orElse(asked);
      memory.put(SILENT_SINCE, silent.toString());
      since = " since %s UTC".formatted(SECONDS.format(silent));
    }
    if (fault.passes() && !given) {
      return new Progress.Working(
          fault.getMessage() + since + "; it is tried again within seconds",
          null,
          evidence(fault),
          memory.facts());
    }
    boolean retryable = fault.passes() || fault.why() instanceof Why.Unauthenticated;
    return new Progress.Failed(fault.getMessage() + ".", retryable, evidence(fault));
  }

  private static Map<String, Object> evidence(DcosFault fault) {
    return switch (fault.why()) {
      case Why.Locked locked ->
          Map.of(
              "cluster",
              fault.cluster(),
              Progress.LOCK,
              Map.of("id", locked.deployments().getFirst(), "forcible", true));
      case Why.Invalid invalid ->
          Map.of(
              "cluster",
              fault.cluster(),
              "details",
              invalid.details().stream()
                  .map(d -> d.path() + ": " + String.join(", ", d.errors()))
                  .toList());
      case Why.Unreachable _,
          Why.Unauthenticated _,
          Why.Forbidden _,
          Why.Missing _,
          Why.Taken _,
          Why.Busy _,
          Why.Broken _ ->
          Map.of("cluster", fault.cluster());
    };
  }
}
