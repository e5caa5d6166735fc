package dev.gennaker.cloud.dcos.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Instances that wait to be placed.
 *
 * @param count how many, including those placed but not yet running
 * @param delaySeconds how long Marathon holds back after failures
 * @param since when the oldest began to wait, by Marathon's clock
 * @param offers how many offers were looked at
 * @param unused how many of them fitted nothing
 * @param lastUsed when an offer was last used; null for never
 * @param rejections why offers did not fit, most frequent first
 */
public record Queued(
    String app,
    int count,
    int delaySeconds,
    @Nullable Instant since,
    int offers,
    int unused,
    @Nullable Instant lastUsed,
    List<Rejection> rejections) {

  /**
   * How often a reason turned an offer down.
   *
   * @param reason Marathon's word, e.g. {@code InsufficientCpus}
   */
  public record Rejection(String reason, int declined, int processed) {

    /** The reason for people. */
    public String words() {
      return switch (reason) {
        case "UnfulfilledRole" -> "offered to another role";
        case "UnfulfilledConstraint" -> "a constraint is not met";
        case "NoCorrespondingReservationFound" -> "no matching reservation";
        case "AgentMaintenance" -> "the agent is in maintenance";
        case "InsufficientCpus" -> "too few CPUs";
        case "InsufficientMemory" -> "too little memory";
        case "InsufficientDisk" -> "too little disk";
        case "InsufficientGpus" -> "too few GPUs";
        case "InsufficientPorts" -> "the wanted ports are taken";
        case "DeclinedScarceResources" -> "kept for scarce resources";
        default -> reason;
      };
    }
  }

  static Queued of(JsonNode json) {
    JsonNode summary = json.path("processedOffersSummary");
    return new Queued(
        json.path("app").path("id").asString(json.path("pod").path("id").asString("")),
        json.path("count").asInt(0),
        json.path("delay").path("timeLeftSeconds").asInt(0),
        App.instant(json.path("since")),
        summary.path("processedOffersCount").asInt(0),
        summary.path("unusedOffersCount").asInt(0),
        App.instant(summary.path("lastUsedOfferAt")),
        rejections(summary));
  }

  private static List<Rejection> rejections(JsonNode summary) {
    JsonNode last = summary.path("rejectSummaryLastOffers");
    List<Rejection> all = new ArrayList<>();
    for (JsonNode one : last) {
      int declined = one.path("declined").asInt(0);
      if (declined > 0) {
        all.add(
            new Rejection(
                one.path("reason").asString(""), declined, one.path("processed").asInt(0)));
      }
    }
    all.sort(java.util.Comparator.comparingInt(Rejection::declined).reversed());
    return List.copyOf(all);
  }
}
