package dev.gennaker.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One version of a service as it runs: one Marathon app, one ReplicaSet. An immutable picture.
 *
 * @param kind whether it may be changed from here
 * @param path the platform's own full name with a slash in front of each part, e.g. a Marathon id
 * @param location name of the {@link Location}
 * @param group the platform's own grouping below the account, e.g. a Marathon group path; empty for
 *     none
 * @param moniker what the name says; the owner's application is {@link #application}
 * @param application the owning application: by label first, by name second; empty when nobody owns
 *     it
 * @param image the container image; empty for none
 * @param desired how many instances are wanted
 * @param rememberedSize how many there were before it was disabled; null while enabled
 * @param disabled whether it was taken out of service
 * @param createdBy who deployed it, from its label; empty when unknown
 * @param execution the execution that made it, from its label; empty when none
 * @param change what the platform is doing to it; null when settled
 * @param lastFailure the last failure of one of its instances, one sentence; empty for none
 * @param unreadable why it could not be understood; empty normally. Such a group is shown as what
 *     it is, with its raw definition
 */
public record ServerGroup(
    ServerGroupId id,
    Kind kind,
    String path,
    String provider,
    String location,
    String group,
    Moniker moniker,
    String application,
    String image,
    int desired,
    @Nullable Integer rememberedSize,
    boolean disabled,
    Instant createdAt,
    String createdBy,
    String execution,
    Resources resources,
    Map<String, String> labels,
    List<String> loadBalancers,
    List<Instance> instances,
    @Nullable Change change,
    String lastFailure,
    String unreadable) {

  /** What it is to the platform. */
  public enum Kind {
    /** Can be changed from here. */
    APP,
    /** Several containers for each instance; shown only. */
    POD
  }

  /**
   * What each instance may use.
   *
   * @param cpus shares of a CPU
   * @param mem MiB
   * @param disk MiB
   * @param gpus whole GPUs
   */
  public record Resources(double cpus, double mem, double disk, int gpus) {}

  /** The same with other instances and another change. */
  public ServerGroup with(List<Instance> others, @Nullable Change other) {
    return new ServerGroup(
        id,
        kind,
        path,
        provider,
        location,
        group,
        moniker,
        application,
        image,
        desired,
        rememberedSize,
        disabled,
        createdAt,
        createdBy,
        execution,
        resources,
        labels,
        loadBalancers,
        others,
        other,
        lastFailure,
        unreadable);
  }

  public String name() {
    return id.name();
  }

  public String cluster() {
    return moniker.cluster();
  }

  /** How many instances serve. */
  public long up() {
    return count(Instance.Health.UP);
  }

  public long count(Instance.Health health) {
    return instances.stream().filter(instance -> instance.health() == health).count();
  }
}
