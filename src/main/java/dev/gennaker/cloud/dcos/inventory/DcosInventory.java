package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Inventory;
import dev.gennaker.cloud.InventoryChanged;
import dev.gennaker.cloud.LoadBalancer;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.VirtualAddress;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import dev.gennaker.cloud.dcos.reading.Balancers;
import dev.gennaker.cloud.dcos.settings.ClusterSettings;
import dev.gennaker.cloud.dcos.settings.Settings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All configured clusters; one event stream and one picture each, whatever the accounts. */
public final class DcosInventory implements Inventory, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(DcosInventory.class);

  private final Settings settings;
  private final Connections connections;
  private final Map<String, ClusterWatch> watches = new LinkedHashMap<>();
  private final Map<String, Capacities> capacities = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * @param publish told of every change
   */
  public DcosInventory(
      Settings settings, Connections connections, Clock clock, Consumer<InventoryChanged> publish) {
    this.settings = settings;
    this.connections = connections;
    for (Map.Entry<String, Marathon> one : connections.readers().entrySet()) {
      String cluster = one.getKey();
      List<String> accounts =
          settings.accounts().stream()
              .filter(account -> account.clusters().containsKey(cluster))
              .map(account -> account.name())
              .toList();
      connections
          .mesosOf(cluster)
          .ifPresent(mesos -> capacities.put(cluster, new Capacities(mesos, clock)));
      watches.put(
          cluster,
          new ClusterWatch(
              one.getValue(),
              new Reader(one.getValue(), accounts, clock),
              settings.timing(),
              clock,
              owners -> tell(publish, new InventoryChanged("dcos", cluster, owners))));
    }
  }

  /** Whoever listens badly must not stop the reading. */
  private static void tell(Consumer<InventoryChanged> publish, InventoryChanged event) {
    try {
      publish.accept(event);
    } catch (RuntimeException e) {
      LOG.warn("Somebody could not take that {} changed", event.location(), e);
    }
  }

  @Override
  public List<Location> locations() {
    List<Location> locations = new ArrayList<>();
    for (ClusterSettings cluster : settings.clusters().values()) {
      ClusterWatch watch = watches.get(cluster.name());
      if (watch != null) {
        locations.add(
            new Location(
                "dcos",
                cluster.name(),
                cluster.url().toString(),
                watch.version(),
                watch.freshness()));
      }
    }
    return locations;
  }

  @Override
  public List<ServerGroup> serverGroups() {
    List<ServerGroup> all = new ArrayList<>();
    watches.values().forEach(watch -> all.addAll(watch.picture().groups().values()));
    return Collections.unmodifiableList(all);
  }

  @Override
  public Optional<ServerGroup> find(ServerGroupId id) {
    ClusterWatch watch = watches.get(Addresses.cluster(id.region()));
    return watch == null
        ? Optional.empty()
        : Addresses.appId(id)
            .map(app -> watch.picture().groups().get(app))
            .filter(group -> group.id().account().equals(id.account()));
  }

  @Override
  public List<LoadBalancer> loadBalancers() {
    return watches.values().stream()
        .flatMap(watch -> Balancers.of(watch.picture().readings().values()).stream())
        .toList();
  }

  @Override
  public List<VirtualAddress> virtualAddresses() {
    return watches.values().stream()
        .flatMap(watch -> Balancers.addresses(watch.picture().readings().values()).stream())
        .toList();
  }

  @Override
  public Optional<Capacity> capacity(String location) {
    return Optional.ofNullable(capacities.get(location)).map(Capacities::now);
  }

  @Override
  public Optional<String> definition(ServerGroupId id) {
    return app(id).map(DcosInventory::definition).or(() -> pod(id));
  }

  private Optional<String> pod(ServerGroupId id) {
    return find(id)
        .filter(group -> group.kind() == ServerGroup.Kind.POD)
        .flatMap(group -> connections.of(id.account(), group.location()))
        .flatMap(marathon -> Addresses.appId(id).flatMap(marathon::pod))
        .map(pod -> JsonMapper.shared().writeValueAsString(pod.path("spec")));
  }

  /** The app as Marathon tells it now; empty when it is gone. */
  public Optional<dev.gennaker.cloud.dcos.marathon.App> app(ServerGroupId id) {
    Optional<Marathon> marathon = connections.of(id.account(), Addresses.cluster(id.region()));
    return marathon.flatMap(m -> Addresses.appId(id).flatMap(m::app));
  }

  /** The definition without what is no part of it. */
  private static String definition(dev.gennaker.cloud.dcos.marathon.App app) {
    ObjectNode definition = (ObjectNode) app.json().deepCopy();
    definition.remove(
        List.of(
            "tasks",
            "tasksStaged",
            "tasksRunning",
            "tasksHealthy",
            "tasksUnhealthy",
            "deployments",
            "lastTaskFailure",
            "readinessCheckResults",
            "taskStats"));
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(definition);
  }

  @Override
  public void refresh(String location) {
    ClusterWatch watch = watches.get(location);
    if (watch != null) {
      watch.refresh();
    }
  }

  /** Connects in the background; the first picture comes when it comes. */
  @Override
  public synchronized void start() {
    if (threads.isEmpty()) {
      watches.forEach(
          (cluster, watch) ->
              threads.add(Thread.ofVirtual().name("dcos-" + cluster).start(watch.ready())));
    }
  }

  @Override
  public synchronized void stop() {
    watches.values().forEach(ClusterWatch::stop);
    threads.forEach(Thread::interrupt);
    threads.clear();
  }

  @Override
  public synchronized boolean isRunning() {
    return !threads.isEmpty();
  }
}
