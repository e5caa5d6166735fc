package dev.gennaker.stage.deploy;

import dev.gennaker.stage.ChildStage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of the older server groups once the new one serves. */
enum Strategy {
  NONE("", "none"),
  REDBLACK("redblack", "red/black"),
  ROLLING("rollingredblack", "rolling red/black"),
  CANARY("canary", "canary"),
  ZERO_DOWNTIME("zerodowntime", "zero-downtime"),
  HIGHLANDER("highlander", "highlander"),
  IN_PLACE("inplace", "in place"),
  CUSTOM("custom", "custom");

  /** What may be taken instead of one that is not available. */
  static final String OFFERED =
      "take red/black, rolling red/black, canary, zero-downtime, highlander, in place, custom or none";

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

  /** In one line, from an entry as written: "rolling red/black 25, 50, 100 %". */
  String headline(ClusterEntry entry) {
    return switch (this) {
      case NONE -> "no strategy";
      case REDBLACK, HIGHLANDER, IN_PLACE -> words;
      case ROLLING, ZERO_DOWNTIME ->
          shares(entry.body().get("targetPercentages"), Rolling.percentages(entry));
      case CANARY -> shares(entry.body().get(Canary.KEY), Canary.percentages(entry));
      case CUSTOM -> words + " strategy " + entry.text("strategyPipeline").orElse("");
    };
  }

  private String shares(@Nullable Object written, List<Integer> percentages) {
    return String.valueOf(written).contains("${")
        ? words
        : "%s %s %%"
            .formatted(
                words, percentages.stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** Whether the new one begins with a share of its instances and gets the others' step by step. */
  boolean shifts() {
    return this == ROLLING || this == CANARY || this == ZERO_DOWNTIME;
  }

  /** The same with the new one's size known, of which it first gets the share of the first step. */
  Rollout begun(Rollout rollout, int wanted) {
    ClusterEntry entry = rollout.entry();
    int first =
        (this == CANARY ? Canary.percentages(entry) : Rolling.percentages(entry)).getFirst();
    Map<String, Object> body = ClusterEntry.sized(rollout.body(), Shares.of(wanted, first));
    if (this == CANARY) {
      Map<String, Object> back = ClusterEntry.object(body.get("rollback"));
      back.put("onFailure", true);
      body.put("rollback", back);
    }
    if (this == ZERO_DOWNTIME) {
      Relief.prepare(body, rollout.older().getFirst().name());
    }
    return rollout.begun(wanted, body);
  }

  /** What is done in a region, in order, once the new one serves. */
  List<ChildStage> stages(Rollout rollout) {
    Steps steps = new Steps(rollout);
    switch (this) {
      // Nothing older stands beside it: the platform replaces instances within the one.
      case NONE, IN_PLACE -> {}
      case HIGHLANDER ->
          steps.onCluster(
              "shrinkCluster",
              "Destroy the older ones",
              Map.of("shrinkToSize", 1, "allowDeleteActive", true));
      case REDBLACK -> redBlack(rollout.entry(), steps);
      case ROLLING ->
          steps.shift(
              "Shift to the new one", rollout.wanted(), rollout.olderOnes(), Rolling.of(rollout));
      case ZERO_DOWNTIME ->
          steps.shift(
              "Hand over to the new one",
              rollout.wanted(),
              rollout.olderOnes(),
              Rolling.of(rollout));
      case CANARY ->
          steps.shift("Try the new one", rollout.wanted(), rollout.olderOnes(), Canary.of(rollout));
      case CUSTOM -> steps.shift("Run the strategy", 0, List.of(), Custom.of(rollout));
    }
    if (shifts() && this != ZERO_DOWNTIME) {
      steps.keep(rollout.entry());
    }
    return steps.children();
  }

  private static void redBlack(ClusterEntry entry, Steps steps) {
    steps.keep(entry);
    Optional<Integer> before = entry.number("delayBeforeDisableSec", "delayBeforeCleanup");
    steps.pause("before disabling", before);
    if (before.orElse(0) > 0) {
      steps.verify("Verify the new one");
    }
    steps.onCluster(
        "disableCluster", "Disable the older ones", Map.of("remainingEnabledServerGroups", 1));
    if (entry.flag("scaleDown")) {
      steps.pause("before scaling down", entry.number("delayBeforeScaleDownSec"));
      steps.onCluster(
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
