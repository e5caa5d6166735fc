package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Moniker;
import dev.gennaker.stage.ChildStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What becomes of the older server groups once the new one serves. */
enum Strategy {
  NONE("", "none"),
  REDBLACK("redblack", "red/black"),
  HIGHLANDER("highlander", "highlander");

  private final String key;
  private final String words;

  Strategy(String key, String words) {
    this.key = key;
    this.words = words;
  }

  static Optional<Strategy> parse(String written) {
    String key = written.strip().toLowerCase(Locale.ROOT).replaceAll("^none$", "");
    return List.of(values()).stream().filter(strategy -> strategy.key.equals(key)).findFirst();
  }

  String key() {
    return key;
  }

  String words() {
    return words;
  }

  /**
   * What is done to the older ones in a region.
   *
   * @param after key of the stage that must have ended well before: the new one serves
   */
  List<ChildStage> cleanUp(ClusterEntry entry, Moniker moniker, String region, String after) {
    Steps steps = new Steps(entry, moniker.cluster(), region, after);
    switch (this) {
      case NONE -> {}
      case HIGHLANDER ->
          steps.then(
              "shrinkCluster",
              "Destroy the older ones",
              Map.of("shrinkToSize", 1, "allowDeleteActive", true));
      case REDBLACK -> {
        entry
            .number("maxRemainingAsgs")
            .filter(most -> most > 0)
            .ifPresent(
                most ->
                    steps.then(
                        "shrinkCluster",
                        "Keep at most " + most,
                        Map.of(
                            "shrinkToSize",
                            most,
                            "allowDeleteActive",
                            entry.flag("allowDeleteActive"))));
        steps.pause(
            "before disabling", entry.number("delayBeforeDisableSec", "delayBeforeCleanup"));
        steps.then(
            "disableCluster", "Disable the older ones", Map.of("remainingEnabledServerGroups", 1));
        if (entry.flag("scaleDown")) {
          steps.pause("before scaling down", entry.number("delayBeforeScaleDownSec"));
          steps.then(
              "scaleDownCluster",
              "Scale the older ones down",
              Map.of(
                  "remainingFullSizeServerGroups",
                  1,
                  "allowScaleDownActive",
                  entry.flag("allowScaleDownActive")));
        }
      }
    }
    return steps.children;
  }

  /** A chain of stages in one region, each after the one before. */
  private static final class Steps {

    private final List<ChildStage> children = new ArrayList<>();
    private final ClusterEntry entry;
    private final String cluster;
    private final String region;
    private final String first;
    private String after;

    Steps(ClusterEntry entry, String cluster, String region, String after) {
      this.entry = entry;
      this.cluster = cluster;
      this.region = region;
      this.first = after;
      this.after = after;
    }

    private boolean isTaken(String key) {
      return children.stream().anyMatch(child -> child.key().equals(key));
    }

    void then(String type, String name, Map<String, Object> options) {
      Map<String, Object> settings = new HashMap<>(options);
      settings.put("cloudProvider", entry.provider());
      settings.put("credentials", entry.account());
      settings.put("regions", List.of(region));
      settings.put("cluster", cluster);
      add(type, "%s in %s".formatted(name, region), settings);
    }

    void pause(String before, Optional<Integer> seconds) {
      seconds
          .filter(s -> s > 0)
          .ifPresent(s -> add("wait", "Wait " + before, Map.of("waitTime", s)));
    }

    private void add(String type, String name, Map<String, Object> settings) {
      String key = first + "-" + type + (isTaken(first + "-" + type) ? "-2" : "");
      children.add(new ChildStage(key, type, name, List.of(after), settings, false));
      after = key;
    }
  }
}
