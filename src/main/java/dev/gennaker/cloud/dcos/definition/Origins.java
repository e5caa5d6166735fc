package dev.gennaker.cloud.dcos.definition;

import java.util.HashMap;
import java.util.Map;

/** Which place of a deploy's body a place of the Marathon app came from, as JSON paths. */
final class Origins {

  private final Map<String, String> byTarget = new HashMap<>();

  void put(String target, String origin) {
    byTarget.put(target, origin);
  }

  /** The origin of the place itself, or of the closest place around it. */
  String of(String target) {
    for (String around = target; !around.isEmpty(); around = outer(around)) {
      String origin = byTarget.get(around);
      if (origin != null) {
        return origin + target.substring(around.length());
      }
    }
    return target;
  }

  private static String outer(String path) {
    int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return path.substring(0, Math.max(end, 0));
  }
}
