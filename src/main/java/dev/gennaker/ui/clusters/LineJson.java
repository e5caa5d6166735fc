package dev.gennaker.ui.clusters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Line} as the template of {@link BoardList} reads it. */
final class LineJson {

  private LineJson() {}

  static ObjectNode of(Line line) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    switch (line) {
      case Line.OfCluster cluster -> {
        json.put("kind", "cluster");
        json.put("name", cluster.name());
        json.put("account", cluster.account());
        json.put("owner", cluster.owner());
        json.put("sum", cluster.sum());
        json.put("folded", cluster.folded());
        json.put("ruled", cluster.alone());
      }
      case Line.OfPlace place -> {
        json.put("kind", "place");
        json.put("location", place.location());
        json.put("group", place.group());
        json.put("asOf", text(place.asOf()));
      }
      case Line.OfStale stale -> {
        json.put("kind", "stale");
        json.put("location", stale.location());
        json.put("asOf", text(stale.asOf()));
        json.put("since", text(stale.since()));
        json.put("reason", stale.reason());
        json.put("next", text(stale.next()));
      }
      case Line.OfGroup group -> ofGroup(json, group);
    }
    return json;
  }

  private static void ofGroup(ObjectNode json, Line.OfGroup group) {
    json.put("kind", "group");
    json.put("name", group.name());
    json.put("address", group.address());
    json.put("version", group.version());
    json.put("image", group.image());
    json.put("blocks", Blocks.of(group.tally()));
    json.put("words", group.tally().inWords());
    json.put("shape", group.shape());
    json.put("tone", group.tone());
    json.put("says", group.says());
    json.put("up", group.up());
    json.put("size", group.size());
    json.put("traffic", group.traffic());
    json.put("created", text(group.createdAt()));
    json.put("by", group.by());
    json.put("stale", group.stale());
    json.put("selected", group.selected());
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
