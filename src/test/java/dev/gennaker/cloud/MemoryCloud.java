package dev.gennaker.cloud;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A small provider that keeps everything in memory: account {@code test} on locations {@code east}
 * and {@code west}. Operations take effect on their first call and last as many looks as told.
 */
public final class MemoryCloud implements CloudProvider, Inventory {

  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Map<ServerGroupId, ServerGroup> groups = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> applied = new LinkedHashMap<>();
  private final Map<Class<? extends Operation>, String> failures = new HashMap<>();
  private final List<Operation> log = new ArrayList<>();
  private final Map<String, Freshness> freshness = new HashMap<>();
  private final List<String> calledOff = new ArrayList<>();
  private Predicate<Operation> fails = operation -> true;

  public final List<LoadBalancer> balancers = new ArrayList<>();
  private final MemoryLock lock = new MemoryLock();
  private int looks;
  private int made;

  /** A server group that serves; later ones are newer. */
  public ServerGroup add(String region, String name, String image, int up) {
    return put(region, name, image, up, "");
  }

  private ServerGroup put(String region, String name, String image, int up, String execution) {
    ServerGroupId id = new ServerGroupId("test", region, name);
    ServerGroup group = MemoryGroup.of(id, image, up, START.plusSeconds(made++), execution);
    groups.put(id, group);
    return group;
  }

  /** Every operation from now on says so many times that it goes on. */
  public MemoryCloud slow(int looks) {
    this.looks = looks;
    return this;
  }

  /** Operations of this kind fail after they took effect. */
  public MemoryCloud failing(Class<? extends Operation> kind, String reason) {
    failures.put(kind, reason);
    return this;
  }

  /** Only those of them that are like that. */
  public MemoryCloud onlyThose(Predicate<Operation> which) {
    fails = which;
    return this;
  }

  /** Some instances of it stop serving. */
  public void hurt(String region, String name, int up) {
    ServerGroup group = get(region, name);
    groups.put(group.id(), MemoryGroup.up(group, up));
  }

  /** Somebody's change holds the lock until it is cancelled or forced away. */
  public void lock(String change) {
    lock.by = change;
  }

  public void fresh(String location, Freshness how) {
    freshness.put(location, how);
  }

  /** What took effect, in order; an operation repeated under its key is here once. */
  public List<Operation> log() {
    return log;
  }

  public List<String> names(String region) {
    return groups.values().stream()
        .filter(group -> group.id().region().equals(region))
        .map(group -> group.name() + (group.disabled() ? " disabled" : "") + " " + group.desired())
        .toList();
  }

  public ServerGroup get(String region, String name) {
    return Objects.requireNonNull(groups.get(new ServerGroupId("test", region, name)), name);
  }

  /** Takes it out of service as an operation would have. */
  public void disable(String region, String name) {
    ServerGroup group = get(region, name);
    change(group, 0, group.desired(), true);
  }

  public Clouds clouds() {
    return clouds(this);
  }

  /** The clouds of an installation with one provider. */
  public static Clouds clouds(CloudProvider provider) {
    return new Clouds(
        new StaticListableBeanFactory(Map.of("provider", provider))
            .getBeanProvider(CloudProvider.class));
  }

  @Override
  public Progress carryOut(
      Operation operation, String key, Map<String, Object> memory, OnBehalf by) {
    if (lock.holds(operation) && !applied.containsKey(key)) {
      return lock.working(memory);
    }
    Map<String, Object> outputs =
        applied.computeIfAbsent(
            key,
            k -> {
              log.add(operation);
              return apply(operation, by);
            });
    int seen = memory.get("looks") instanceof Number number ? number.intValue() : 0;
    if (seen < looks) {
      return new Progress.Working(
          "look %d of %d".formatted(seen + 1, looks),
          (double) seen / looks,
          Map.of("key", key),
          Map.of("looks", seen + 1));
    }
    String failure = fails.test(operation) ? failures.get(operation.getClass()) : null;
    return failure == null
        ? new Progress.Finished(outputs)
        : new Progress.Failed(failure, true, Map.of("key", key));
  }

  private Map<String, Object> apply(Operation operation, OnBehalf by) {
    return switch (operation) {
      case Operation.Deploy deploy -> {
        long next =
            groups.values().stream()
                .filter(g -> g.id().region().equals(deploy.region()))
                .filter(g -> g.cluster().equals(deploy.moniker().cluster()))
                .count();
        String name =
            deploy.model() == Operation.Model.IN_PLACE
                ? deploy.moniker().cluster()
                : deploy.moniker().serverGroup((int) next);
        String image = String.valueOf(deploy.definition().getOrDefault("imageId", ""));
        int size = Objects.requireNonNullElse(deploy.desired(), 1);
        put(deploy.region(), name, image, size, by.execution());
        yield Map.of(
            "serverGroup", name, "region", deploy.region(), "account", "test", "image", image);
      }
      case Operation.Resize(var id, int desired, _) ->
          found(id).map(g -> change(g, desired, null, desired == 0)).orElse(Map.of());
      case Operation.Disable(var id, _, var remember) ->
          found(id)
              .map(g -> change(g, 0, Objects.requireNonNullElse(remember, g.desired()), true))
              .orElse(Map.of());
      case Operation.Enable(var id, @Nullable Integer desired, _) ->
          found(id)
              .map(g -> change(g, desired == null ? remembered(g) : desired, null, false))
              .orElse(Map.of());
      case Operation.Destroy(var id, _) -> {
        groups.remove(id);
        yield Map.of("serverGroup", id.name());
      }
      case Operation.RunJob job -> MemoryGroup.ran(job);
      case Operation.PutLoadBalancer put -> Map.of("serverGroup", put.name());
      case Operation.CancelChange(var id, var change, _) -> {
        lock.end(change);
        yield Map.of("serverGroup", id.name(), "change", change);
      }
      case Operation.Restart _, Operation.Revert _, Operation.ResetDelay _ ->
          Map.of("serverGroup", ((Operation.OnServerGroup) operation).target().name());
      case Operation.HandOver over ->
          found(over.target()).map(g -> change(g, over.desired(), null, false)).orElse(Map.of());
      case Operation.HandBack back ->
          found(back.target()).map(g -> change(g, back.desired(), null, false)).orElse(Map.of());
      case Operation.Terminate(var id, var instances, boolean decrement) ->
          found(id)
              .map(g -> change(g, g.desired() - (decrement ? instances.size() : 0), null, false))
              .orElse(Map.of());
    };
  }

  private static int remembered(ServerGroup group) {
    return Objects.requireNonNullElse(group.rememberedSize(), group.desired());
  }

  private Optional<ServerGroup> found(ServerGroupId id) {
    return Optional.ofNullable(groups.get(id));
  }

  private Map<String, Object> change(
      ServerGroup g, int desired, @Nullable Integer remembered, boolean disabled) {
    groups.put(g.id(), MemoryGroup.sized(g, desired, remembered, disabled));
    return Map.of("serverGroup", g.name(), "region", g.id().region(), "desired", desired);
  }

  @Override
  public void callOff(Operation operation, String key, OnBehalf by) {
    calledOff.add(key);
  }

  /** Keys of operations nobody waits for any more. */
  public List<String> calledOff() {
    return calledOff;
  }

  @Override
  public Optional<Map<String, Object>> copy(ServerGroupId id) {
    return found(id)
        .map(group -> Map.<String, Object>of("imageId", group.image(), "kept", "as it is"));
  }

  @Override
  public Optional<InstanceFiles> files() {
    return Optional.of(new MemoryFiles(this));
  }

  @Override
  public List<Fault> checkJob(Map<String, Object> definition) {
    return definition.containsKey("general") || definition.containsKey("job")
        ? List.of()
        : List.of(new Fault("$.general.id", "The job has no id.", "Give it one."));
  }

  @Override
  public String id() {
    return "memory";
  }

  @Override
  public String label() {
    return "Memory";
  }

  @Override
  public List<Account> accounts() {
    return List.of(new Account("test", "memory", "", List.of("east", "west")));
  }

  @Override
  public Inventory inventory() {
    return this;
  }

  @Override
  public boolean supports(Class<? extends Operation> operation) {
    return true;
  }

  @Override
  public List<Fault> check(Map<String, Object> definition) {
    return definition.get("mem") instanceof Number mem && mem.intValue() <= 0
        ? List.of(new Fault("$.mem", "Memory must be more than 0.", "Give some MiB."))
        : List.of();
  }

  @Override
  public List<Location> locations() {
    return List.of("east", "west").stream()
        .map(n -> new Location("memory", n, "", "", freshness.getOrDefault(n, live())))
        .toList();
  }

  private static Freshness live() {
    return new Freshness.Live(START);
  }

  @Override
  public List<ServerGroup> serverGroups() {
    return List.copyOf(groups.values());
  }

  @Override
  public Optional<ServerGroup> find(ServerGroupId id) {
    return found(id);
  }

  @Override
  public List<LoadBalancer> loadBalancers() {
    return List.copyOf(balancers);
  }

  @Override
  public Optional<String> definition(ServerGroupId id) {
    return found(id).map(group -> "{}");
  }

  @Override
  public void refresh(String location) {}
}
