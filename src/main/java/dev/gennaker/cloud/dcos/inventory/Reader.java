package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.inventory.Picture.Changes;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.DcosFault.Why;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.marathon.Queued;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import dev.gennaker.cloud.dcos.reading.Reading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a cluster, whole or in parts. */
final class Reader {

  private static final int AT_ONCE = 6;
  // Beyond this many, one list costs Marathon less than single reads.
  private static final int SINGLE_READS = 60;

  private final Marathon marathon;
  private final List<String> accounts;
  private final Clock clock;

  Reader(Marathon marathon, List<String> accounts, Clock clock) {
    this.marathon = marathon;
    this.accounts = accounts;
    this.clock = clock;
  }

  List<String> accounts() {
    return accounts;
  }

  Picture everything(Picture before) {
    GroupReader groups = new GroupReader(marathon.cluster(), accounts);
    List<Reading> readings = new ArrayList<>();
    marathon.apps(app -> readings.add(groups.read(app)));
    readings.addAll(pods(groups, before));
    return Picture.of(readings, changes(before), before);
  }

  /** That pods cannot be read takes no app away. */
  private List<Reading> pods(GroupReader groups, Picture before) {
    try {
      return marathon.pods().stream().map(groups::pod).toList();
    } catch (DcosFault fault) {
      if (fault.why() instanceof Why.Unreachable) {
        throw fault;
      }
      return before.readings().values().stream().filter(Reader::isPod).toList();
    }
  }

  private static boolean isPod(Reading reading) {
    return reading.group().kind() == ServerGroup.Kind.POD;
  }

  /** Reads what the hints are about, and how the deployments stand. */
  Picture some(Hints.Batch batch, Picture before) throws InterruptedException {
    if (batch.apps().size() > SINGLE_READS) {
      return everything(before);
    }
    Map<String, @Nullable Reading> read = apps(batch.apps(), before);
    boolean moving = batch.deployments() || before.changes().any();
    return before.with(read, moving ? changes(before) : before.changes());
  }

  private Changes changes(Picture before) {
    List<Deployment> deployments = marathon.deployments();
    List<Queued> queue = deployments.isEmpty() ? List.of() : marathon.queue();
    return Changes.of(deployments, queue, before.changes(), clock.instant());
  }

  /** An app or a pod as it was told; at most one of them. */
  private record Told(Optional<App> app, Optional<JsonNode> pod) {

    @Nullable Reading reading(GroupReader groups) {
      return app.map(groups::read).or(() -> pod.map(groups::pod)).orElse(null);
    }
  }

  private Map<String, @Nullable Reading> apps(Set<String> ids, Picture before)
      throws InterruptedException {
    GroupReader groups = new GroupReader(marathon.cluster(), accounts);
    Map<String, Future<Told>> asked = new LinkedHashMap<>();
    Semaphore few = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String id : ids) {
        Reading known = before.readings().get(id);
        asked.put(id, threads.submit(() -> told(id, known, few)));
      }
    }
    Map<String, @Nullable Reading> read = new HashMap<>();
    for (Map.Entry<String, Future<Told>> one : asked.entrySet()) {
      read.put(one.getKey(), reading(one.getKey(), one.getValue(), groups));
    }
    return read;
  }

  private Told told(String id, @Nullable Reading known, Semaphore few) throws InterruptedException {
    few.acquire();
    try {
      if (known != null && isPod(known)) {
        return new Told(Optional.empty(), marathon.pod(id));
      }
      Optional<App> app = marathon.app(id);
      // What was an app and is gone was no pod; what is new may be one.
      boolean mayBePod = app.isEmpty() && known == null;
      return new Told(app, mayBePod ? marathon.pod(id) : Optional.empty());
    } finally {
      few.release();
    }
  }

  private static @Nullable Reading reading(String id, Future<Told> answer, GroupReader groups)
      throws InterruptedException {
    try {
      return answer.get().reading(groups);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DcosFault fault) {
        if (fault.why() instanceof Why.Forbidden || onlyThisOne(fault)) {
          return groups.unreadable(id, fault.getMessage());
        }
        throw fault;
      }
      throw new IllegalStateException("Reading " + id + " failed", e.getCause());
    }
  }

  private static boolean onlyThisOne(DcosFault fault) {
    return fault.why() instanceof Why.Broken broken && broken.status() / 100 != 5
        || fault.why() instanceof Why.Broken same && same.status() == 500;
  }
}
