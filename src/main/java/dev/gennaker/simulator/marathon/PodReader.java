package dev.gennaker.simulator.marathon;

import static dev.gennaker.simulator.marathon.Shape.Field.of;
import static dev.gennaker.simulator.marathon.Shape.Field.required;
import static dev.gennaker.simulator.marathon.Shape.list;
import static dev.gennaker.simulator.marathon.Shape.map;
import static dev.gennaker.simulator.marathon.Shape.number;
import static dev.gennaker.simulator.marathon.Shape.oneOf;
import static dev.gennaker.simulator.marathon.Shape.text;
import static dev.gennaker.simulator.marathon.Shape.whole;

import dev.gennaker.simulator.marathon.Shape.Fields;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From the body of a request to the pod Marathon keeps; only the basics are checked. */
final class PodReader {

  private static final double ANY = Double.MAX_VALUE;

  private static final Fields RESOURCES =
      Fields.of(
          of("cpus", number(0, ANY)).or("0.1"),
          of("mem", number(0, ANY)).or("32.0"),
          of("disk", number(0, ANY)).or("0.0"),
          of("gpus", whole(0)).or("0"));

  private static final Fields CONTAINER =
      Fields.of(
          required("name", text()),
          of("exec", new Shape.Anything()),
          of("resources", RESOURCES).or("{\"cpus\":0.1,\"mem\":32.0,\"disk\":0.0,\"gpus\":0}"),
          of("endpoints", list(new Shape.Anything())),
          of("image", new Shape.Anything()),
          of("environment", map(new Shape.Anything())),
          of("user", text()),
          of("healthCheck", new Shape.Anything()),
          of("check", new Shape.Anything()),
          of("volumeMounts", list(new Shape.Anything())),
          of("artifacts", list(new Shape.Anything())),
          of("labels", map(text())),
          of("lifecycle", new Shape.Anything()),
          of("tty", Shape.flag()),
          of("linuxInfo", new Shape.Anything()),
          of("resourceLimits", new Shape.Anything()));

  private static final Fields SCALING =
      Fields.of(of("instances", whole(0)).or("1"), of("kind", oneOf("fixed")).or("\"fixed\""));

  private final Fields pod;

  PodReader(Generation generation) {
    String delay = generation.maxLaunchDelaySeconds + ".0";
    String backoff = "{\"backoff\":1.0,\"backoffFactor\":1.15,\"maxLaunchDelay\":" + delay + "}";
    String upgrade = "{\"minimumHealthCapacity\":1.0,\"maximumOverCapacity\":1.0}";
    String unreachable = "{\"inactiveAfterSeconds\":0,\"expungeAfterSeconds\":0}";
    Fields scheduling =
        Fields.of(
            of("backoff", new Shape.Anything()).or(backoff),
            of("upgrade", new Shape.Anything()).or(upgrade),
            generation.old()
                ? of("placement", new Shape.Anything())
                : of("placement", new Shape.Anything()).or("{}"),
            of("killSelection", oneOf("YOUNGEST_FIRST", "OLDEST_FIRST")).or("\"YOUNGEST_FIRST\""),
            of("unreachableStrategy", new Shape.Anything()).or(unreachable));
    Fields all =
        Fields.of(
            required("id", AppSchema.ID),
            of("labels", map(text())),
            of("user", text()),
            of("environment", map(new Shape.Anything())),
            required("containers", new Shape.AtLeastOne(list(CONTAINER))),
            of("secrets", map(new Shape.Anything())),
            of("volumes", list(new Shape.Anything())),
            of("networks", list(new Shape.Anything())).or("[{\"mode\":\"host\"}]"),
            of("scaling", SCALING).or("{\"instances\":1,\"kind\":\"fixed\"}"),
            of("scheduling", scheduling)
                .or(
                    "{\"backoff\":"
                        + backoff
                        + ",\"upgrade\":"
                        + upgrade
                        + (generation.old() ? "" : ",\"placement\":{}")
                        + ",\"killSelection\":\"YOUNGEST_FIRST\","
                        + "\"unreachableStrategy\":"
                        + unreachable
                        + "}"),
            of("executorResources", new Shape.Anything())
                .or("{\"cpus\":0.1,\"mem\":32.0,\"disk\":10.0}"));
    this.pod = generation.old() ? all : all.plus(of("role", text()).or("\"*\""));
  }

  ObjectNode read(JsonNode body, String base) {
    Problems problems = new Problems();
    JsonNode read = pod.read(body, "", problems);
    problems.refuseUnreadable();
    ObjectNode out = (ObjectNode) read;
    out.put("id", Ids.canonical(out.get("id").asString(), base.equals("/") ? "" : base));
    AppValidation.id(out.get("id").asString(), Generation.V1_11, problems);
    Knob.check(out.get("labels"), problems);
    problems.refuseInvalid();
    return out;
  }

  static List<ObjectNode> containers(AppSpec pod) {
    List<ObjectNode> out = new java.util.ArrayList<>();
    Json.items(pod.body, "containers").forEach(c -> out.add((ObjectNode) c));
    return out;
  }
}
