package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.Knobs;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** The parts of one simulated Marathon, which know each other through here. */
final class Model {

  final Heart heart;
  final Generation generation;
  final Set<String> features;
  final Offers offers;
  final Behaviour behaviour = new Behaviour();
  final Events events;
  final Instances instances;
  final Tasks tasks;
  final TaskSandboxes sandboxes = new TaskSandboxes(this);
  final LaunchQueue queue;
  final HealthChecks health;
  final ReadinessChecks readiness;
  final Deployments deployments;
  final Catalog catalog;
  final AppReader reader;
  final PodReader pods;
  volatile Knobs knobs = Knobs.DEFAULT;

  private final Random random;
  private final Instant born;
  private Instant lastVersion = Instant.EPOCH;

  Model(Heart heart, Marathon.Setup setup) {
    this.heart = heart;
    this.generation = setup.generation();
    this.features = setup.features();
    this.random = new Random(setup.seed());
    this.born = heart.now().truncatedTo(ChronoUnit.MILLIS);
    this.offers = new Offers(Agent.fleet(setup.agents()));
    this.events = new Events(this);
    this.instances = new Instances(this);
    this.health = new HealthChecks(this);
    this.readiness = new ReadinessChecks(this);
    this.queue = new LaunchQueue(this);
    this.tasks = new Tasks(this);
    this.deployments = new Deployments(this);
    this.catalog = new Catalog(this);
    this.reader = new AppReader(this);
    this.pods = new PodReader(generation);
  }

  /** The present moment as a version: later than every version before. */
  Instant nextVersion() {
    Instant now = heart.now();
    lastVersion = now.isAfter(lastVersion) ? now : lastVersion.plusMillis(1);
    return lastVersion;
  }

  /** The one version all roll-backs share, from the time this Marathon was started. */
  Instant rollbackVersion() {
    return born;
  }

  String uuid() {
    return new UUID(
            random.nextLong() & 0xffffffffffff0fffL | 0x4000L,
            random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L)
        .toString();
  }

  int randomPort(int many) {
    return ServicePorts.MIN + random.nextInt(ServicePorts.MAX - ServicePorts.MIN - many);
  }
}
