package dev.gennaker.simulator;

import dev.gennaker.simulator.marathon.Answer;
import dev.gennaker.simulator.marathon.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What users may do, by DC/OS's own names of permissions. Everybody may everything but what was
 * taken from them.
 */
final class Grants {

  private static final String ROUTER = "dcos:adminrouter:";
  private static final String SERVICES = "dcos:service:marathon:marathon:services:";

  private final Map<String, Set<String>> taken = new ConcurrentHashMap<>();

  /**
   * Takes permissions from a user, in place of what was taken before.
   *
   * @param permissions e.g. {@code dcos:adminrouter:ops:mesos full}; of services also those below
   */
  void take(String uid, Set<String> permissions) {
    taken.put(uid, Set.copyOf(permissions));
  }

  /** What the user is told in place of an answer; empty for what they may. */
  Optional<Answer> refusal(String uid, String method, String path) {
    Set<String> missing = taken.getOrDefault(uid, Set.of());
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    if (missing.contains(router(path) + " full")) {
      return Optional.of(
          Answer.text(
              403,
              "text/html; charset=UTF-8",
              "<html><head><title>403 Forbidden</title></head><body>Access denied</body></html>"));
    }
    boolean refused =
        missing.stream()
            .anyMatch(
                permission ->
                    permission.startsWith(SERVICES)
                        ? service(permission, method, path)
                        : permission.equals(administration(path)));
    return refused
        ? Optional.of(
            Answer.json(
                403, Json.object().put("message", "Not Authorized to perform this action!")))
        : Optional.empty();
  }

  private static String router(String path) {
    if (path.startsWith("/service/marathon")) {
      return ROUTER + "service:marathon";
    }
    if (path.startsWith("/service/metronome")) {
      return ROUTER + "service:metronome";
    }
    if (path.startsWith("/mesos")) {
      return ROUTER + "ops:mesos";
    }
    return path.startsWith("/agent/") || path.startsWith("/slave/") ? ROUTER + "ops:slave" : "";
  }

  private static String administration(String path) {
    String admin = "dcos:service:marathon:marathon:admin:";
    return switch (path) {
      case "/service/marathon/v2/events" -> admin + "events read";
      case "/service/marathon/v2/info" -> admin + "config read";
      case "/service/marathon/v2/leader" -> admin + "leader read";
      default -> "";
    };
  }

  /** {@code …:services:/demo create} befalls whatever creates at /demo or below. */
  private static boolean service(String permission, String method, String path) {
    String[] parts = permission.substring(SERVICES.length()).split(" ", 2);
    String action =
        switch (method) {
          case "GET", "HEAD" -> "read";
          case "POST", "PUT" -> "create";
          default -> "delete";
        };
    String asked = path.replaceFirst("^/service/marathon/v2/(apps|groups|pods)/+", "/");
    return parts.length == 2
        && parts[1].equals(action)
        && !asked.equals(path)
        && (asked + "/").startsWith(parts[0].replaceAll("/$", "") + "/");
  }
}
