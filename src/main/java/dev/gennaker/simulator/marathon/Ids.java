package dev.gennaker.simulator.marathon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Path ids: {@code /group/app}. */
final class Ids {

  private Ids() {}

  /** Absolute, without doubled slashes, with ".." resolved. */
  static String canonical(String id, String base) {
    Deque<String> parts = new ArrayDeque<>();
    String whole = id.startsWith("/") ? id : base + "/" + id;
    for (String part : whole.split("/")) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  static String canonical(String id) {
    return canonical(id, "");
  }

  /** The group an id lies in; the root for the root itself. */
  static String parent(String id) {
    int slash = id.lastIndexOf('/');
    return slash <= 0 ? "/" : id.substring(0, slash);
  }

  /** All groups above an id, from the outermost inwards, without the root. */
  static List<String> ancestors(String id) {
    Deque<String> groups = new ArrayDeque<>();
    for (String at = parent(id); !at.equals("/"); at = parent(at)) {
      groups.addFirst(at);
    }
    return List.copyOf(groups);
  }

  /** True for the group itself and everything below. */
  static boolean within(String id, String group) {
    return group.equals("/") || id.equals(group) || id.startsWith(group + "/");
  }

  static String below(String group, String name) {
    return canonical(name, group.equals("/") ? "" : group);
  }

  /** The part of a task id that names the application: slashes become underscores. */
  static String safe(String id) {
    return id.substring(1).replace('/', '_');
  }

  static String last(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
