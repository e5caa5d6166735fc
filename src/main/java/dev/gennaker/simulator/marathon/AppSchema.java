package dev.gennaker.simulator.marathon;

import static dev.gennaker.simulator.marathon.Shape.Field.of;
import static dev.gennaker.simulator.marathon.Shape.Field.required;
import static dev.gennaker.simulator.marathon.Shape.flag;
import static dev.gennaker.simulator.marathon.Shape.list;
import static dev.gennaker.simulator.marathon.Shape.map;
import static dev.gennaker.simulator.marathon.Shape.number;
import static dev.gennaker.simulator.marathon.Shape.oneOf;
import static dev.gennaker.simulator.marathon.Shape.text;
import static dev.gennaker.simulator.marathon.Shape.whole;

import dev.gennaker.simulator.marathon.Shape.Field;
import dev.gennaker.simulator.marathon.Shape.Fields;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Every field an application may have, without defaults at the top so that it also reads updates.
 */
final class AppSchema {

  private static final String SEGMENT =
      "(([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])\\.)*([a-z0-9]|[a-z0-9][a-z0-9\\-]*[a-z0-9])";
  static final Shape ID =
      new Shape.Text(1, Pattern.compile("(/?((\\.\\.)|" + SEGMENT + ")?($|/))+"), List.of());

  private static final double ANY = Double.MAX_VALUE;
  private static final Shape PROTOCOL = oneOf("tcp", "udp", "udp,tcp");
  private static final Shape PORT = whole(0, 65535);
  private static final Shape COMMAND = Fields.of(required("value", text()));

  private static final Fields DOCKER =
      Fields.of(
          of("credential", new Shape.Anything()),
          of("forcePullImage", flag()).or("false"),
          required("image", new Shape.Text(1, null, List.of())),
          of("network", oneOf("BRIDGE", "HOST", "NONE", "USER")),
          of("parameters", list(Fields.of(required("key", text()), required("value", text()))))
              .or("[]"),
          of("portMappings", list(mapping())),
          of("privileged", flag()).or("false"),
          of("pullConfig", Fields.of(required("secret", text()))));

  private static final Fields VOLUME =
      Fields.of(
          of("containerPath", text()),
          of("hostPath", text()),
          of("mode", oneOf("RO", "RW")),
          of(
              "persistent",
              Fields.of(
                  of("type", oneOf("root", "path", "mount")),
                  required("size", whole(0)),
                  of("maxSize", whole(0)),
                  of("profileName", text()),
                  of("constraints", list(list(text()))))),
          of(
              "external",
              Fields.of(
                  of("size", whole(0)),
                  of("name", text()),
                  required("provider", text()),
                  of("shared", flag()),
                  of("options", map(new Shape.Anything())))),
          of("secret", text()));

  private static final Fields CONTAINER =
      Fields.of(
          of("type", oneOf("DOCKER", "MESOS")),
          of("docker", DOCKER),
          of("linuxInfo", new Shape.Anything()),
          of("volumes", list(VOLUME)).or("[]"),
          of("portMappings", list(mapping())));

  static final Fields HEALTH_CHECK =
      Fields.of(
          of("command", COMMAND),
          of("gracePeriodSeconds", whole(0)).or("300"),
          of("ignoreHttp1xx", flag()).or("false"),
          of("intervalSeconds", whole(0)).or("60"),
          of("maxConsecutiveFailures", whole(0)).or("3"),
          of("path", text()),
          of("port", PORT),
          of("portIndex", whole(0)),
          of(
                  "protocol",
                  oneOf(
                      "HTTP", "HTTPS", "TCP", "COMMAND", "MESOS_HTTP", "MESOS_HTTPS", "MESOS_TCP"))
              .or("\"HTTP\""),
          of("ipProtocol", oneOf("IPv4", "IPv6")).or("\"IPv4\""),
          of("timeoutSeconds", whole(0)).or("20"),
          of("delaySeconds", whole(0)).or("15"));

  private static final Fields READINESS_CHECK =
      Fields.of(
          of("name", text()).or("\"readinessCheck\""),
          of("protocol", oneOf("HTTP", "HTTPS")).or("\"HTTP\""),
          of("path", text()).or("\"/\""),
          of("portName", text()).or("\"http-api\""),
          of("intervalSeconds", whole(0)).or("30"),
          of("timeoutSeconds", whole(0)).or("10"),
          of("httpStatusCodesForReady", list(whole(100, 999))).or("[200]"),
          of("preserveLastResponse", flag()).or("false"));

  private static final Fields FETCH =
      Fields.of(
          required("uri", text()),
          of("extract", flag()).or("true"),
          of("executable", flag()).or("false"),
          of("cache", flag()).or("false"),
          of("destPath", text()));

  private static final Fields UPGRADE =
      Fields.of(
          required("maximumOverCapacity", number(0, 1)),
          required("minimumHealthCapacity", number(0, 1)));

  private static final Fields UNREACHABLE =
      Fields.of(
          of("inactiveAfterSeconds", whole(0)).or("0"),
          of("expungeAfterSeconds", whole(0)).or("0"));

  private static final Fields SECRET_REF = Fields.of(required("secret", text()));

  static final Fields UPDATE =
      Fields.of(
          of("id", ID),
          of("acceptedResourceRoles", list(text())),
          of("args", list(text())),
          of("backoffFactor", number(1, ANY)),
          of("backoffSeconds", new Shape.Numeric(0, ANY, false, false)),
          of("check", new Shape.Anything()),
          of("cmd", new Shape.Text(1, null, List.of())),
          of("constraints", list(list(text()))),
          of("container", CONTAINER),
          of("cpus", number(0, ANY)),
          of("dependencies", list(ID)),
          of("disk", number(0, ANY)),
          of("env", map(new Shape.TextOr(SECRET_REF, List.of()))),
          of("executor", text()),
          of("executorResources", new Shape.Anything()),
          of("fetch", list(FETCH)),
          of("gpus", whole(0)),
          of("healthChecks", list(HEALTH_CHECK)),
          of("instances", whole(0)),
          of("ipAddress", new Shape.Anything()),
          of("labels", map(text())),
          of("maxLaunchDelaySeconds", whole(0)),
          of("mem", number(0, ANY)),
          of("networks", list(network())),
          of("ports", list(PORT)),
          of("portDefinitions", list(definition())),
          of("readinessChecks", list(READINESS_CHECK)),
          of("requirePorts", flag()),
          of("resourceLimits", new Shape.Anything()),
          of("secrets", map(Fields.of(required("source", text())))),
          of("taskKillGracePeriodSeconds", whole(0)),
          of("tty", new Shape.Anything()),
          of("unreachableStrategy", new Shape.TextOr(UNREACHABLE, List.of("disabled"))),
          of("upgradeStrategy", UPGRADE),
          of("uris", list(text())),
          of("user", text()),
          of("killSelection", oneOf("YOUNGEST_FIRST", "OLDEST_FIRST")),
          of("role", text()),
          of("version", text()));

  /** The same for a new application, whose id must be given. */
  static final Fields CREATE =
      new Fields(
          UPDATE.fields().stream()
              .map(f -> f.name().equals("id") ? required("id", f.shape()) : f)
              .toList());

  private AppSchema() {}

  private static Fields mapping() {
    return Fields.of(
        of("containerPort", PORT).or("0"),
        of("hostPort", PORT),
        of("labels", map(text())).or("{}"),
        of("name", text()),
        of("protocol", PROTOCOL).or("\"tcp\""),
        of("servicePort", PORT).or("0"),
        of("networkNames", list(text())));
  }

  private static Fields definition() {
    return Fields.of(
        of("port", PORT).or("0"),
        of("labels", map(text())),
        of("name", text()),
        of("protocol", PROTOCOL).or("\"tcp\""));
  }

  private static Fields network() {
    return Fields.of(
        new Field("name", text(), false, null),
        of("mode", oneOf("host", "container", "container/bridge")).or("\"container\""),
        of("labels", map(text())));
  }
}
