package dev.gennaker.simulator.marathon;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** /v2/queue. */
final class QueueResource {

  private final Model model;

  QueueResource(Model model) {
    this.model = model;
  }

  Answer answer(Request request, String rest) {
    String path = rest.replaceAll("/+$", "");
    if (path.isEmpty()) {
      if (!request.method().equals("GET")) {
        throw Refusal.noMethod();
      }
      return list(request);
    }
    if (!path.endsWith("/delay")) {
      throw Refusal.noUri();
    }
    if (!request.method().equals("DELETE")) {
      throw Refusal.noMethod();
    }
    String id = Ids.canonical(path.substring(0, path.length() - 6));
    if (model.generation.old()) {
      throw Refusal.of(
          500, "Cannot invoke \"String.replaceAll(String, String)\" because \"in\" is null");
    }
    if (!model.queue.resetDelay(id)) {
      throw Refusal.unknown(model.generation, "Application " + id + " not found in tasks queue.");
    }
    return Answer.empty(204);
  }

  private Answer list(Request request) {
    List<String> embeds = new ArrayList<>(request.all("embed"));
    ObjectNode out = Json.object();
    ArrayNode queue = out.putArray("queue");
    for (String id : model.queue.apps()) {
      AppSpec waiting = model.queue.waitingSpec(id);
      AppSpec spec = model.catalog.root().app(id);
      if (spec == null || waiting == null) {
        continue;
      }
      LaunchQueue.Entry entry = model.queue.entry(id);
      ObjectNode item = queue.addObject();
      item.put("count", model.queue.count(id));
      if (!model.generation.old()) {
        item.put("role", spec.role());
      }
      double left = model.queue.delaySeconds(waiting);
      item.putObject("delay").put("timeLeftSeconds", (long) left).put("overdue", left <= 0);
      item.put("since", Json.stamp(entry.since));
      item.set("processedOffersSummary", entry.offers.json());
      if (embeds.contains("lastUnusedOffers")) {
        item.set("lastUnusedOffers", entry.offers.lastUnusedOffers(model));
      }
      if (spec.pod()) {
        item.set("pod", PodView.definition(spec));
      } else {
        item.set("app", spec.json(true));
      }
    }
    return Answer.ok(out);
  }
}
