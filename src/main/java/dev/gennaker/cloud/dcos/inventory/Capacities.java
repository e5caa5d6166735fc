package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.Mesos;
import dev.gennaker.cloud.dcos.reading.CapacityReader;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** How much of a cluster is used: read when somebody looks, once for all who look. */
final class Capacities {

  private static final Duration GOOD_FOR = Duration.ofSeconds(3);

  private final Mesos mesos;
  private final Clock clock;
  private @Nullable Capacity last;

  Capacities(Mesos mesos, Clock clock) {
    this.mesos = mesos;
    this.clock = clock;
  }

  /** Who comes while it is being read waits for that. */
  synchronized Capacity now() {
    Capacity known = last;
    if (known != null && known.asOf().plus(GOOD_FOR).isAfter(clock.instant())) {
      return known;
    }
    JsonNode summary = mesos.summary();
    Capacity read = CapacityReader.read(summary, roles(), clock.instant());
    last = read;
    return read;
  }

  private JsonNode roles() {
    try {
      return mesos.roles();
    } catch (DcosFault fault) {
      if (fault.passes()) {
        throw fault;
      }
      // Agents and frameworks are worth showing without them.
      return MissingNode.getInstance();
    }
  }
}
