package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.ServerGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** The folders of a platform, as far as something runs in them; {@code /shop/front}. */
final class Folders {

  private Folders() {}

  /** The folder something is in; empty for the root. */
  static String of(ServerGroup group) {
    return group.path().substring(0, Math.max(0, group.path().lastIndexOf('/')));
  }

  /** The last part of its name. */
  static String name(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }

  static String parent(String folder) {
    return folder.substring(0, Math.max(0, folder.lastIndexOf('/')));
  }

  /** The way down to a folder, itself last. */
  static List<String> way(String folder) {
    List<String> way = new ArrayList<>();
    for (String at = folder; !at.isEmpty(); at = parent(at)) {
      way.addFirst(at);
    }
    return way;
  }

  /** The folders directly in one, in order. */
  static List<String> in(String folder, Collection<ServerGroup> groups) {
    TreeSet<String> inside = new TreeSet<>();
    String below = folder + "/";
    for (ServerGroup group : groups) {
      String path = group.path();
      int end = path.startsWith(below) ? path.indexOf('/', below.length()) : -1;
      if (end > 0) {
        inside.add(path.substring(0, end));
      }
    }
    return List.copyOf(inside);
  }
}
