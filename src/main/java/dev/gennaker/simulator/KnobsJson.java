package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Json;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Knobs as JSON, with the speed among them. */
final class KnobsJson {

  private static final List<String> NAMES =
      Arrays.stream(Knobs.class.getRecordComponents()).map(RecordComponent::getName).toList();

  /** So that no duration becomes nothing at all. */
  private static final int FASTEST = 1_000_000;

  private KnobsJson() {}

  static ObjectNode of(SimulatedCluster cluster) {
    ObjectNode out = Json.object();
    for (RecordComponent knob : Knobs.class.getRecordComponents()) {
      Object value = value(cluster.knobs(), knob);
      switch (value) {
        case Boolean flag -> out.put(knob.getName(), flag);
        case Integer number -> out.put(knob.getName(), number);
        default -> out.put(knob.getName(), (Double) value);
      }
    }
    return out.put("speed", cluster.hand().speed());
  }

  private static Object value(Knobs knobs, RecordComponent knob) {
    try {
      return knob.getAccessor().invoke(knobs);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Turns the knobs that are given, all or none. */
  static void apply(SimulatedCluster cluster, JsonNode body) {
    for (Map.Entry<String, JsonNode> entry : body.properties()) {
      check(entry.getKey(), entry.getValue());
    }
    JsonNode speed = body.get("speed");
    if (speed != null) {
      cluster.speed(speed.asDouble());
    }
    cluster.turn(
        k ->
            new Knobs(
                number(body, "offerSeconds", k.offerSeconds()),
                number(body, "stageSeconds", k.stageSeconds()),
                number(body, "startSeconds", k.startSeconds()),
                number(body, "healthySeconds", k.healthySeconds()),
                number(body, "readySeconds", k.readySeconds()),
                number(body, "killSeconds", k.killSeconds()),
                flag(body, "noOffers", k.noOffers()),
                number(body, "answerSeconds", k.answerSeconds()),
                flag(body, "eventsSilent", k.eventsSilent()),
                (int) number(body, "eventsLost", k.eventsLost()),
                (int) number(body, "maxDeployments", k.maxDeployments()),
                number(body, "sandboxSeconds", k.sandboxSeconds())));
  }

  private static void check(String name, JsonNode value) {
    if (name.equals("speed")) {
      if (!value.isNumber() || value.asDouble() <= 0 || value.asDouble() > FASTEST) {
        throw new IllegalArgumentException("speed must be a number above 0 and up to " + FASTEST);
      }
      return;
    }
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no knob \"" + name + "\"; there are " + String.join(", ", NAMES) + ", speed");
    }
    boolean flag = name.equals("noOffers") || name.equals("eventsSilent");
    boolean fits =
        flag
            ? value.isBoolean()
            : value.isNumber() && value.asDouble() >= 0 && Double.isFinite(value.asDouble());
    if (!fits) {
      throw new IllegalArgumentException(
          name + " must be " + (flag ? "true or false" : "a number of at least 0"));
    }
  }

  private static double number(JsonNode body, String name, double otherwise) {
    JsonNode value = body.get(name);
    return value == null ? otherwise : value.asDouble();
  }

  private static boolean flag(JsonNode body, String name, boolean otherwise) {
    JsonNode value = body.get(name);
    return value == null ? otherwise : value.asBoolean();
  }
}
