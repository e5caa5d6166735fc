package dev.gennaker.cloud.guards;

import dev.gennaker.cloud.TrafficGuard;
import dev.gennaker.cloud.TrafficGuards;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The {@code trafficGuards} attribute: {@code [{account, location, stack, detail, enabled}]}. */
@Component
class ApplicationTrafficGuards implements TrafficGuards {

  private final Applications applications;

  ApplicationTrafficGuards(Applications applications) {
    this.applications = applications;
  }

  @Override
  public List<TrafficGuard> of(String application) {
    return applications
        .find(application, Actor.SYSTEM)
        .map(found -> read(found.attributes()))
        .orElse(List.of());
  }

  static List<TrafficGuard> read(JsonNode attributes) {
    return attributes
        .path("trafficGuards")
        .valueStream()
        .filter(JsonNode::isObject)
        .map(ApplicationTrafficGuards::guard)
        .toList();
  }

  private static TrafficGuard guard(JsonNode node) {
    return new TrafficGuard(
        node.path("account").asString(""),
        node.path("location").asString("*"),
        textOrNull(node.path("stack")),
        textOrNull(node.path("detail")),
        node.path("enabled").asBoolean(true));
  }

  /** Empty text means "without", as in Spinnaker. */
  private static @Nullable String textOrNull(JsonNode node) {
    String text = node.asString("");
    return text.isEmpty() ? null : text;
  }
}
