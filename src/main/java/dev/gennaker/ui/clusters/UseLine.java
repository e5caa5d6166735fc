package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Capacity.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One line of the resources of a DC/OS cluster. */
sealed interface UseLine {

  /** The same for the same thing on the next look. */
  String key();

  /** Above those who use something. */
  record Heading(String title, String count) implements UseLine {
    @Override
    public String key() {
      return title;
    }
  }

  /**
   * Who uses how much.
   *
   * @param address what runs there; empty where nobody can tell
   * @param instances negative where nobody can tell
   */
  record Who(String kind, String name, String note, String address, long instances, List<Bar> bars)
      implements UseLine {
    @Override
    public String key() {
      return kind + " " + name;
    }
  }

  /**
   * How much of one thing.
   *
   * @param share of what there is, in percent; 0 where there is nothing of it
   * @param tone {@code wait} where little is left, else empty
   */
  record Bar(String what, String used, String total, int share, String tone) {

    // From here on something large may find no room.
    private static final int TIGHT = 90;

    static Bar of(String what, double used, double total, Function<Double, String> written) {
      int share = total <= 0 ? 0 : (int) Math.round(Math.min(100, used * 100 / total));
      return new Bar(
          what,
          written.apply(used),
          total <= 0 ? "" : written.apply(total),
          share,
          share >= TIGHT ? "wait" : "");
    }
  }

  /**
   * The lines of a location.
   *
   * @param words what the name or note of who is shown must hold; empty for all
   * @param machine address of what runs on a machine
   */
  static List<UseLine> of(Capacity capacity, String words, Function<String, String> machine) {
    List<UseLine> lines = new ArrayList<>();
    Use all = capacity.all();
    lines.add(who("all", "Whole cluster", all, ""));
    add(lines, "Roles", "role", capacity.roles(), words, name -> "");
    add(lines, "Frameworks", "framework", capacity.frameworks(), words, name -> "");
    add(lines, "Agents", "agent", capacity.machines(), words, machine);
    return lines;
  }

  private static void add(
      List<UseLine> lines,
      String title,
      String kind,
      List<Use> uses,
      String words,
      Function<String, String> address) {
    List<Use> shown = uses.stream().filter(use -> fits(use, words)).toList();
    if (shown.isEmpty()) {
      return;
    }
    lines.add(new Heading(title, String.valueOf(shown.size())));
    shown.forEach(use -> lines.add(who(kind, use.name(), use, address.apply(use.name()))));
  }

  private static boolean fits(Use use, String words) {
    String all = (use.name() + " " + use.note()).toLowerCase(Locale.ROOT);
    for (String word : words.toLowerCase(Locale.ROOT).split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private static Who who(String kind, String name, Use use, String address) {
    String note =
        use.active()
            ? use.note()
            : use.note().isEmpty() ? "not active" : "not active, " + use.note();
    var used = use.used();
    var total = use.total();
    return new Who(
        kind,
        name,
        note,
        address,
        use.instances(),
        List.of(
            Bar.of("CPU", used.cpus(), total.cpus(), Amount::plain),
            Bar.of("Memory", used.mem(), total.mem(), Amount::size),
            Bar.of("Disk", used.disk(), total.disk(), Amount::size),
            Bar.of("GPU", used.gpus(), total.gpus(), Amount::plain)));
  }
}
