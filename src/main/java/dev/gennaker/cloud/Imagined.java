package dev.gennaker.cloud;

import dev.gennaker.cloud.Instance.Health;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What would run where if some operations had been carried out: the real picture with changes that
 * nobody has made. While it is entered, {@link Clouds} shows this instead. Not for several threads.
 */
public final class Imagined {

  private static final ScopedValue<Imagined> CURRENT = ScopedValue.newInstance();
  private static final int NUMBERS = 1000;

  private final Map<ServerGroupId, ServerGroup> changed = new HashMap<>();
  private final Set<ServerGroupId> gone = new HashSet<>();

  /** The one this thread has entered; empty in the real world. */
  public static Optional<Imagined> current() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /** Does some work in which this is how things are. */
  public <T> T enter(Supplier<T> work) {
    return ScopedValue.where(CURRENT, this).call(work::get);
  }

  /**
   * Carries an operation out, here only.
   *
   * @param cluster the server groups of its cluster as they are, newest first; for a deploy
   * @param clock tells when
   * @return what a provider would put out
   */
  public Map<String, Object> carryOut(
      Operation operation, List<ServerGroup> cluster, Clock clock, String execution) {
    return switch (operation) {
      case Operation.Deploy deploy -> deploy(deploy, cluster, clock.instant(), execution);
      case Operation.RunJob job -> Map.of("account", job.account(), "region", job.region());
      case Operation.PutLoadBalancer put ->
          Map.of("account", put.account(), "region", put.region(), "serverGroup", put.name());
      case Operation.OnServerGroup on -> {
        Clouds.in(cluster, on.target()).ifPresent(group -> change(on, group));
        yield Map.of(
            "account", on.account(), "region", on.region(), "serverGroup", on.target().name());
      }
    };
  }

  List<ServerGroup> over(List<ServerGroup> real) {
    List<ServerGroup> all = new ArrayList<>();
    Set<ServerGroupId> seen = new HashSet<>();
    for (ServerGroup group : real) {
      seen.add(group.id());
      if (!gone.contains(group.id())) {
        all.add(changed.getOrDefault(group.id(), group));
      }
    }
    changed.values().stream().filter(group -> !seen.contains(group.id())).forEach(all::add);
    return all;
  }

  private Map<String, Object> deploy(
      Operation.Deploy deploy, List<ServerGroup> cluster, Instant now, String execution) {
    Moniker moniker = deploy.moniker();
    boolean inPlace = deploy.model() == Operation.Model.IN_PLACE;
    Integer number = inPlace ? null : Integer.valueOf(next(cluster));
    String name = number == null ? moniker.cluster() : moniker.serverGroup(number);
    ServerGroupId id = new ServerGroupId(deploy.account(), deploy.region(), name);
    Optional<ServerGroup> before = Clouds.in(cluster, id);
    int desired =
        deploy.desired() == null && before.isPresent() ? before.get().desired() : desired(deploy);
    ServerGroup group =
        new ServerGroup(
            id,
            ServerGroup.Kind.APP,
            "/" + name,
            cluster.isEmpty() ? "" : cluster.getFirst().provider(),
            deploy.region().replaceAll("_.*", ""),
            "",
            new Moniker(moniker.app(), moniker.stack(), moniker.detail(), number),
            moniker.app(),
            image(deploy.definition()),
            desired,
            null,
            false,
            now,
            "",
            execution,
            new ServerGroup.Resources(0, 0, 0, 0),
            Map.of(),
            List.of(),
            instances(id, desired, now),
            null,
            "",
            "");
    changed.put(id, group);
    return Map.of(
        "account",
        id.account(),
        "region",
        id.region(),
        "serverGroup",
        name,
        "image",
        group.image(),
        "changed",
        before.isPresent());
  }

  private void change(Operation.OnServerGroup operation, ServerGroup group) {
    switch (operation) {
      case Operation.Destroy _ -> {
        gone.add(group.id());
        changed.remove(group.id());
      }
      case Operation.Disable disable -> put(group, 0, remembered(disable, group), true);
      case Operation.Enable enable ->
          put(
              group,
              Objects.requireNonNullElse(
                  enable.desired(),
                  Objects.requireNonNullElse(group.rememberedSize(), group.desired())),
              null,
              false);
      case Operation.Resize resize ->
          put(group, resize.desired(), group.rememberedSize(), group.disabled());
      case Operation.HandOver over ->
          put(group, over.desired(), group.rememberedSize(), group.disabled());
      case Operation.HandBack back ->
          put(group, back.desired(), group.rememberedSize(), group.disabled());
      case Operation.Terminate terminate ->
          put(
              group,
              terminate.decrement()
                  ? Math.max(0, group.desired() - terminate.instances().size())
                  : group.desired(),
              group.rememberedSize(),
              group.disabled());
      case Operation.Restart _,
          Operation.Revert _,
          Operation.CancelChange _,
          Operation.ResetDelay _ ->
          put(group, group.desired(), group.rememberedSize(), group.disabled());
    }
  }

  private static int remembered(Operation.Disable disable, ServerGroup group) {
    return Objects.requireNonNullElse(
        disable.remember(), Objects.requireNonNullElse(group.rememberedSize(), group.desired()));
  }

  private void put(ServerGroup group, int desired, @Nullable Integer remembered, boolean disabled) {
    changed.put(
        group.id(),
        new ServerGroup(
            group.id(),
            group.kind(),
            group.path(),
            group.provider(),
            group.location(),
            group.group(),
            group.moniker(),
            group.application(),
            group.image(),
            desired,
            remembered,
            disabled,
            group.createdAt(),
            group.createdBy(),
            group.execution(),
            group.resources(),
            group.labels(),
            group.loadBalancers(),
            instances(group.id(), disabled ? 0 : desired, group.createdAt()),
            null,
            group.lastFailure(),
            group.unreadable()));
  }

  /** As providers number: the newest plus one, skipping those taken. */
  private static int next(List<ServerGroup> newestFirst) {
    Set<Integer> taken = new HashSet<>();
    newestFirst.forEach(group -> taken.add(Objects.requireNonNullElse(number(group), -1)));
    int start =
        newestFirst.stream()
            .max(Comparator.comparing(ServerGroup::createdAt))
            .map(Imagined::number)
            .map(newest -> newest + 1)
            .orElse(0);
    for (int i = 0; i < NUMBERS; i++) {
      int candidate = (start + i) % NUMBERS;
      if (!taken.contains(candidate)) {
        return candidate;
      }
    }
    return start;
  }

  private static @Nullable Integer number(ServerGroup group) {
    return group.moniker().sequence();
  }

  private static int desired(Operation.Deploy deploy) {
    if (deploy.desired() != null) {
      return deploy.desired();
    }
    return deploy.definition().get("marathon") instanceof Map<?, ?> app
            && app.get("instances") instanceof Number instances
        ? instances.intValue()
        : 1;
  }

  private static String image(Map<String, Object> definition) {
    if (definition.get("docker") instanceof Map<?, ?> docker) {
      Object image = docker.get("image");
      return image instanceof Map<?, ?> parts
          ? String.valueOf(Objects.requireNonNullElse(parts.get("imageId"), ""))
          : image == null ? "" : image.toString();
    }
    return "";
  }

  private static List<Instance> instances(ServerGroupId id, int count, Instant since) {
    Instance one =
        new Instance(
            id.name() + ".imagined", Health.UP, "", "", List.of(), List.of(), since, since, "");
    return Collections.nCopies(Math.max(0, Math.min(count, 10_000)), one);
  }
}
