package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.TaskFailure;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads apps of one cluster. An app that cannot be understood becomes an unreadable group; it never
 * stops the others.
 */
public final class GroupReader {

  private static final String PROVIDER = "dcos";
  private static final int LONGEST = 2000;

  private final String cluster;
  private final List<String> accounts;
  // Hosts, versions and regions repeat thousands of times; one copy of each is enough.
  private final Map<String, String> pool = new HashMap<>();

  /**
   * @param accounts those of the cluster, in the order configured
   */
  public GroupReader(String cluster, List<String> accounts) {
    this.cluster = cluster;
    this.accounts = accounts;
  }

  /** What an app is. */
  public Reading read(App app) {
    try {
      demand(app.json().path("instances").isInt(), "its size is not a number");
      demand(textual(app.json().path("labels")), "its labels are not texts");
      return understood(app);
    } catch (RuntimeException e) {
      return unreadable(app.id(), String.valueOf(e.getMessage()));
    }
  }

  /** What a pod is, as its status tells. */
  public Reading pod(JsonNode status) {
    String id = status.path("id").asString("");
    Reading bare = unreadable(id, "");
    try {
      return PodReader.read(status, bare.group());
    } catch (RuntimeException e) {
      return unreadable(id, String.valueOf(e.getMessage()));
    }
  }

  /** A group that is only known to be there. */
  public Reading unreadable(String appId, String why) {
    Addresses.Address address = address(appId);
    Moniker moniker = Moniker.parse(address.id().name());
    String owner = owned(moniker, address) ? moniker.app() : "";
    ServerGroup group =
        new ServerGroup(
            address.id(),
            ServerGroup.Kind.APP,
            appId,
            PROVIDER,
            cluster,
            address.group(),
            moniker,
            owner,
            "",
            0,
            null,
            false,
            Instant.EPOCH,
            "",
            "",
            new ServerGroup.Resources(0, 0, 0, 0),
            Map.of(),
            List.of(),
            List.of(),
            null,
            "",
            why);
    return new Reading(appId, group, "", null, Traffic.NONE);
  }

  /** Who owns an app as far as its id tells; empty for nobody. */
  public static String owner(String cluster, List<String> accounts, String appId) {
    Addresses.Address address = Addresses.of(cluster, accounts, appId);
    Moniker moniker = Moniker.parse(address.id().name());
    return owned(moniker, address) ? moniker.app() : "";
  }

  private Reading understood(App app) {
    Addresses.Address address = address(app.id());
    Map<String, String> labels = Map.copyOf(app.labels());
    Moniker moniker = moniker(labels, address.id().name());
    String named = owned(moniker, address) ? moniker.app() : "";
    int size = app.instances();
    TaskFailure failure = app.lastFailure().orElse(null);
    InstanceReader instances = new InstanceReader(app, failure, this::pooled);
    ServerGroup group =
        new ServerGroup(
            address.id(),
            ServerGroup.Kind.APP,
            app.id(),
            PROVIDER,
            cluster,
            address.group(),
            moniker,
            pooled(labels.getOrDefault(Label.APPLICATION, named)),
            app.image(),
            size,
            size == 0 ? number(labels.get(Label.SIZE)) : null,
            size == 0,
            createdAt(app),
            labels.getOrDefault(Label.USER, ""),
            labels.getOrDefault(Label.EXECUTION, ""),
            resources(app.json()),
            labels,
            Balancing.groups(labels),
            app.tasks().stream().map(instances::read).toList(),
            null,
            failure == null ? "" : cut(failure.sentence()),
            "");
    return new Reading(app.id(), group, app.checks(), failure, Balancing.of(app));
  }

  private Addresses.Address address(String appId) {
    Addresses.Address address = Addresses.of(cluster, accounts, appId);
    var id = address.id();
    return new Addresses.Address(
        new dev.gennaker.cloud.ServerGroupId(pooled(id.account()), pooled(id.region()), id.name()),
        pooled(address.group()));
  }

  private static Moniker moniker(Map<String, String> labels, String name) {
    Moniker byName = Moniker.parse(name);
    String cluster = labels.get(Label.CLUSTER);
    Integer sequence = number(labels.get(Label.SEQUENCE));
    Moniker base = cluster == null ? byName : Moniker.parse(cluster);
    return new Moniker(
        base.app(), base.stack(), base.detail(), sequence == null ? byName.sequence() : sequence);
  }

  /** By its name alone only a versioned group in an account's own folder has an owner. */
  private static boolean owned(Moniker moniker, Addresses.Address address) {
    boolean below = !address.id().region().contains("__") && !address.id().region().endsWith("_");
    return below && moniker.sequence() != null;
  }

  private static Instant createdAt(App app) {
    try {
      String label = app.label(Label.CREATED);
      return label.isEmpty() ? configured(app) : Instant.parse(label);
    } catch (DateTimeParseException e) {
      return configured(app);
    }
  }

  private static Instant configured(App app) {
    return Objects.requireNonNullElse(app.configuredAt(), Instant.EPOCH);
  }

  private static ServerGroup.Resources resources(JsonNode app) {
    return new ServerGroup.Resources(
        app.path("cpus").asDouble(0),
        app.path("mem").asDouble(0),
        app.path("disk").asDouble(0),
        app.path("gpus").asInt(0));
  }

  /** Mesos passes on whatever a container runtime wrote. */
  private static String cut(String sentence) {
    return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
  }

  private static @Nullable Integer number(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  private static boolean textual(JsonNode labels) {
    return labels.isMissingNode()
        || (labels.isObject() && labels.valueStream().allMatch(JsonNode::isString));
  }

  static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private String pooled(String text) {
    String known = pool.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  /** Ids of the tasks among the instances that still live. */
  public static Set<String> live(ServerGroup group) {
    Set<String> ids = new HashSet<>();
    for (Instance instance : group.instances()) {
      switch (instance.health()) {
        case FAILED, SUCCEEDED -> {}
        case UP, STARTING, DOWN, DRAINING, UNREACHABLE, OUT_OF_SERVICE, UNKNOWN ->
            ids.add(instance.id());
      }
    }
    return ids;
  }
}
