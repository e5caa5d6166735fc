package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How many offers an application saw and why they did not fit. */
final class OfferSummary {

  private final int[] ever = new int[Offers.Reject.values().length];
  private int processed;
  private int unused;
  private @Nullable Instant lastUsed;
  private @Nullable Instant lastUnused;
  private List<Offers.Declined> lastDeclined = new ArrayList<>();

  void record(Offers.Match match, Instant now) {
    processed += match.declined().size() + (match.agent() == null ? 0 : 1);
    unused += match.declined().size();
    lastDeclined = match.agent() == null ? match.declined() : List.of();
    for (Offers.Declined declined : match.declined()) {
      ever[declined.reason().ordinal()]++;
      lastUnused = now;
    }
    if (match.agent() != null) {
      lastUsed = now;
    }
  }

  ObjectNode json() {
    ObjectNode out =
        Json.object().put("processedOffersCount", processed).put("unusedOffersCount", unused);
    if (lastUsed != null) {
      out.put("lastUsedOfferAt", Json.stamp(lastUsed));
    }
    if (lastUnused != null) {
      out.put("lastUnusedOfferAt", Json.stamp(lastUnused));
    }
    int[] last = new int[ever.length];
    lastDeclined.forEach(d -> last[d.reason().ordinal()]++);
    out.set("rejectSummaryLastOffers", funnel(last, lastDeclined.size()));
    out.set("rejectSummaryLaunchAttempt", funnel(ever, processed));
    return out;
  }

  /** Each reason only sees the offers the reasons before let through. */
  private static ArrayNode funnel(int[] declined, int offers) {
    ArrayNode out = Json.array();
    int left = offers;
    for (Offers.Reject reject : Offers.Reject.values()) {
      int here = declined[reject.ordinal()];
      out.addObject().put("reason", reject.name()).put("declined", here).put("processed", left);
      left -= here;
    }
    return out;
  }

  ArrayNode lastUnusedOffers(Model model) {
    ArrayNode out = Json.array();
    for (Offers.Declined declined : lastDeclined) {
      ObjectNode one = out.addObject();
      one.set("offer", declined.agent().offer(model.uuid()));
      one.putArray("reason").add(declined.reason().name());
      one.put("timestamp", Json.stamp(lastUnused == null ? model.heart.now() : lastUnused));
    }
    return out;
  }
}
