package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.DcosFault;
import dev.gennaker.cloud.dcos.marathon.Haproxy;
import dev.gennaker.cloud.dcos.marathon.Haproxy.Server;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.reading.GroupReader;
import dev.gennaker.cloud.dcos.reading.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;

/** The marathon-lbs in front of apps: every HAProxy of each is asked, none is believed for all. */
final class Fronts {

  private static final String BALANCERS = "balancers";
  private static final int STATISTICS = 9090;

  private final Connections connections;

  Fronts(Connections connections) {
    this.connections = connections;
  }

  /**
   * What one HAProxy says.
   *
   * @param fault why it said nothing; empty when it did
   * @param servers how many its backend has; -1 where it has no such backend
   * @param byTask those that are known tasks
   */
  record Front(String host, String fault, int processes, int servers, Map<String, Server> byTask) {

    long up() {
      return byTask.values().stream().filter(Server::up).count();
    }

    private Set<String> those(
        Collection<String> ids, java.util.function.Predicate<Server> likeThat) {
      Set<String> found = new HashSet<>();
      for (String id : ids) {
        Server server = byTask.get(id);
        if (server != null && likeThat.test(server)) {
          found.add(id);
        }
      }
      return found;
    }
  }

  /** What all of them say of one backend. */
  record Seen(List<Front> fronts) {

    /**
     * Why nothing can be concluded yet.
     *
     * @param tasks how many instances they should list
     */
    Optional<String> trouble(int tasks) {
      Optional<String> fault = fault();
      if (fault.isPresent()) {
        return fault;
      }
      for (Front front : fronts) {
        if (front.servers() != tasks) {
          return Optional.of(
              "HAProxy on %s lists %d of %d instances"
                  .formatted(front.host(), Math.max(0, front.servers()), tasks));
        }
      }
      return Optional.empty();
    }

    /** Which of them says nothing. */
    Optional<String> fault() {
      return fronts.isEmpty()
          ? Optional.of("no instance of a marathon-lb runs")
          : fronts.stream().map(Front::fault).filter(fault -> !fault.isEmpty()).findFirst();
    }

    /** Which of them still serves somebody by a former configuration. */
    Optional<String> reloading() {
      return fronts.stream()
          .filter(front -> front.processes() > 2)
          .findFirst()
          .map(
              front ->
                  "HAProxy on %s has %d processes: connections of former configurations are open"
                      .formatted(front.host(), front.processes()));
    }

    /** Those that get no new requests from any of them. */
    Set<String> draining(Collection<String> ids) {
      return everywhere(ids, Server::draining);
    }

    /** Those that get no new requests and work on none. */
    Set<String> idle(Collection<String> ids) {
      return everywhere(ids, server -> server.draining() && server.idle());
    }

    private Set<String> everywhere(
        Collection<String> ids, java.util.function.Predicate<Server> likeThat) {
      Set<String> found = fronts.isEmpty() ? Set.of() : new HashSet<>(ids);
      fronts.forEach(front -> found.retainAll(front.those(ids, likeThat)));
      return found;
    }

    /** Whether somebody still sends something to one of them. */
    boolean busy(Collection<String> ids) {
      return fronts.stream()
          .anyMatch(
              front -> !front.those(ids, server -> !server.draining() || !server.idle()).isEmpty());
    }

    int sessions(Collection<String> ids) {
      return fronts.stream()
          .flatMap(
              front -> ids.stream().filter(front.byTask()::containsKey).map(front.byTask()::get))
          .mapToInt(server -> server.sessions() + server.queued())
          .sum();
    }

    long leastUp() {
      return fronts.stream().mapToLong(Front::up).min().orElse(0);
    }

    /** One line for each, as evidence. */
    List<String> lines() {
      return fronts.stream()
          .map(
              front ->
                  front.fault().isEmpty()
                      ? "HAProxy on %s: %d up, %d out of service, %d processes"
                          .formatted(
                              front.host(),
                              front.up(),
                              front.byTask().values().stream().filter(Server::draining).count(),
                              front.processes())
                      : front.fault())
          .toList();
    }
  }

  /** All marathon-lbs of a cluster. */
  static List<Reading> all(Marathon marathon, String account) {
    GroupReader reader = new GroupReader(marathon.cluster(), List.of(account));
    List<Reading> balancers = new ArrayList<>();
    marathon.apps(
        app -> {
          Reading reading = reader.read(app);
          if (!reading.traffic().balances().isEmpty()) {
            balancers.add(reading);
          }
        });
    return balancers;
  }

  /** Whether one of them stands in front of an app with these groups. */
  static boolean serves(Reading balancer, Collection<String> groups) {
    return balancer.traffic().balances().stream()
        .anyMatch(one -> one.equals("*") || groups.contains(one));
  }

  /** Asks every HAProxy in front of an app; which those are is remembered. */
  Seen look(Marathon marathon, String account, Look behind, Memory memory, List<App> apps) {
    if (!memory.knows(BALANCERS)) {
      memory.put(
          BALANCERS,
          all(marathon, account).stream()
              .filter(balancer -> serves(balancer, behind.group().loadBalancers()))
              .map(Reading::appId)
              .toList());
    }
    List<App> balancers =
        memory.texts(BALANCERS).stream().flatMap(id -> marathon.app(id).stream()).toList();
    return look(marathon.cluster(), balancers, Colours.backend(behind.app()), apps);
  }

  /**
   * @param apps whose tasks stand in that backend
   */
  Seen look(String cluster, List<App> balancers, String backend, List<App> apps) {
    List<Future<Front>> asked = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (App balancer : balancers) {
        for (JsonNode task : balancer.tasks()) {
          if (task.path("state").asString("").equals("TASK_RUNNING")) {
            asked.add(threads.submit(() -> front(cluster, task, backend, apps)));
          }
        }
      }
    }
    return new Seen(asked.stream().map(Future::resultNow).toList());
  }

  private Front front(String cluster, JsonNode task, String backend, List<App> apps) {
    String host = task.path("host").asString("");
    int port = task.path("ports").path(0).asInt(STATISTICS);
    Optional<Haproxy> haproxy = connections.haproxy(cluster, host, port);
    try {
      List<Server> servers =
          haproxy.map(Haproxy::backends).map(all -> all.get(backend)).orElse(null);
      // Only now: a process of the configuration before this one would not be seen the other way.
      int processes = haproxy.map(Haproxy::processes).orElse(0);
      Map<String, Server> byTask = new HashMap<>();
      for (Server server : servers == null ? List.<Server>of() : servers) {
        Backends.task(server.name(), apps).ifPresent(id -> byTask.put(id, server));
      }
      return new Front(host, "", processes, servers == null ? -1 : servers.size(), byTask);
    } catch (DcosFault fault) {
      return new Front(host, fault.getMessage(), 0, 0, Map.of());
    }
  }
}
