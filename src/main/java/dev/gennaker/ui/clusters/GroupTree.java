package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The folders of a platform with what runs in them, as a tree of which some branches are open. */
final class GroupTree {

  /**
   * How it is drawn.
   *
   * @param open folders whose content is shown
   * @param all whether every folder is open, as when something is looked for
   * @param folder address of the server groups in a folder
   * @param leaf address of one server group
   */
  record Wish(
      Set<String> open,
      boolean all,
      Function<String, String> folder,
      Function<ServerGroup, String> leaf) {}

  /**
   * One line: a folder, or something in it.
   *
   * @param path full name
   * @param depth how far it is indented, from 0
   * @param branch whether it is a folder; else open means nothing
   * @param what how much is in it, or its image
   * @param tone colour class of {@code says}
   */
  record Node(
      String path,
      String name,
      int depth,
      boolean branch,
      boolean open,
      String kind,
      String address,
      String what,
      long up,
      long wanted,
      String says,
      String tone,
      double cpus,
      double mem) {

    /** A folder and something in it may have the same name. */
    String key() {
      return branch ? path + "/" : path;
    }
  }

  /** A folder while it is put together. */
  private static final class Folder {
    private final SortedMap<String, Folder> folders = new TreeMap<>();
    private final List<ServerGroup> members = new ArrayList<>();
    private Tally tally = Tally.NOTHING;
    private int number;
    private double cpus;
    private double mem;

    private void add(ServerGroup group, Tally its) {
      tally = tally.plus(its);
      number++;
      cpus += group.resources().cpus() * group.instances().size();
      mem += group.resources().mem() * group.instances().size();
    }
  }

  private GroupTree() {}

  /** The lines in sight, from above. */
  static List<Node> of(Collection<ServerGroup> groups, Wish wish) {
    Folder root = new Folder();
    for (ServerGroup group : groups) {
      Tally tally = Tally.of(group);
      Folder at = root;
      at.add(group, tally);
      for (String step : Folders.way(Folders.of(group))) {
        at = at.folders.computeIfAbsent(step, path -> new Folder());
        at.add(group, tally);
      }
      at.members.add(group);
    }
    List<Node> lines = new ArrayList<>();
    draw(root, 0, wish, lines);
    return lines;
  }

  private static void draw(Folder folder, int depth, Wish wish, List<Node> lines) {
    folder.folders.forEach(
        (path, inside) -> {
          boolean open = wish.all() || wish.open().contains(path);
          lines.add(branch(path, depth, open, inside, wish));
          if (open) {
            draw(inside, depth + 1, wish, lines);
          }
        });
    folder.members.stream()
        .sorted(Comparator.comparing(ServerGroup::name))
        .forEach(group -> lines.add(leaf(group, depth, wish)));
  }

  private static Node branch(String path, int depth, boolean open, Folder inside, Wish wish) {
    return new Node(
        path,
        Folders.name(path),
        depth,
        true,
        open,
        "group",
        wish.folder().apply(path),
        Words.count(inside.number, "server group"),
        inside.tally.up(),
        inside.tally.total() - inside.tally.off(),
        String.join(", ", inside.tally.troubles()),
        tone(inside.tally),
        inside.cpus,
        inside.mem);
  }

  private static Node leaf(ServerGroup group, int depth, Wish wish) {
    Tally tally = Tally.of(group);
    Line.Says says = Line.Says.of(group, State.of(group), tally);
    return new Node(
        group.path(),
        group.name(),
        depth,
        false,
        false,
        group.kind() == ServerGroup.Kind.POD ? "pod" : "app",
        wish.leaf().apply(group),
        Words.image(group.image()),
        tally.up(),
        Tally.size(group),
        says.text(),
        says.tone(),
        group.resources().cpus() * group.instances().size(),
        group.resources().mem() * group.instances().size());
  }

  private static String tone(Tally tally) {
    return tally.down() > 0 ? "fail" : tally.starting() > 0 ? "run" : "off";
  }
}
