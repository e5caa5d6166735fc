package dev.gennaker.stage.deploy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code shiftTraffic}.
 *
 * @param wanted how many instances the new server group has in the end
 * @param older what it takes over from; empty for nothing
 * @param steps in order; the new one has the share of the first when this begins
 * @param rollback whether the older ones come back when something fails
 * @param destroyLatest whether the new one is then destroyed rather than disabled
 * @param relief how instances are relieved behind a load balancer they share; null where they are
 *     just scaled
 */
record ShiftTraffic(
    String credentials,
    String cloudProvider,
    String region,
    String cluster,
    int wanted,
    List<Older> older,
    List<Step> steps,
    boolean rollback,
    boolean destroyLatest,
    @Nullable Relief relief) {

  ShiftTraffic(
      @Nullable String credentials,
      @Nullable String cloudProvider,
      @Nullable String region,
      @Nullable String cluster,
      int wanted,
      @Nullable List<Older> older,
      @Nullable List<Step> steps,
      boolean rollback,
      boolean destroyLatest,
      @Nullable Relief relief) {
    this.credentials = credentials == null ? "" : credentials;
    this.cloudProvider = cloudProvider == null ? "" : cloudProvider;
    this.region = region == null ? "" : region;
    this.cluster = cluster == null ? "" : cluster;
    this.wanted = wanted;
    this.older = older == null ? List.of() : older;
    this.steps = steps == null ? List.of() : steps;
    this.rollback = rollback;
    this.destroyLatest = destroyLatest;
    this.relief = relief;
  }

  /** What is enough of a name beside the cluster's: its version. */
  String version(String name) {
    return name.startsWith(cluster + "-") ? name.substring(cluster.length() + 1) : name;
  }

  /**
   * One that serves when this begins.
   *
   * @param size how many instances it has then, and has again after a rollback
   */
  record Older(String name, int size) {

    /** As stage settings hold it. */
    Map<String, Object> json() {
      return Map.of("name", name, "size", size);
    }

    /** Its size while the new one has that share: together never fewer than before. */
    int at(int percentage) {
      return Shares.of(size, 100 - percentage);
    }
  }

  /**
   * The new one gets a share.
   *
   * @param before what must go well before the older ones give their share up
   * @param after what must go well before the next step
   */
  record Step(int percentage, List<Check> before, List<Check> after) {

    /** As stage settings hold it. */
    Map<String, Object> json() {
      return Map.of(
          "percentage",
          percentage,
          "before",
          before.stream().map(Check::json).toList(),
          "after",
          after.stream().map(Check::json).toList());
    }
  }

  /** A stage of any type. */
  record Check(String type, String name, Map<String, Object> settings) {

    /** As stage settings hold it. */
    Map<String, Object> json() {
      return Map.of("type", type, "name", name, "settings", settings);
    }
  }
}
