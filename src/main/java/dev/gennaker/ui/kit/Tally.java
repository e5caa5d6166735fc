package dev.gennaker.ui.kit;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How many instances are in which shape.
 *
 * @param missing wanted, but not placed yet
 * @param off out of service, with the room a disabled group remembers
 */
public record Tally(
    long up, long starting, long down, long draining, long off, long unknown, long missing) {

  public static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0);

  /** The instances of one server group, with those it wants and lacks. */
  public static Tally of(ServerGroup group) {
    long up = 0;
    long starting = 0;
    long down = 0;
    long draining = 0;
    long off = 0;
    long unknown = 0;
    for (Instance instance : group.instances()) {
      switch (instance.health()) {
        case UP, SUCCEEDED -> up++;
        case STARTING -> starting++;
        case DOWN, UNREACHABLE, FAILED -> down++;
        case DRAINING -> draining++;
        case OUT_OF_SERVICE -> off++;
        case UNKNOWN -> unknown++;
      }
    }
    long placed = group.instances().size();
    long room = size(group) - placed;
    return group.disabled()
        ? new Tally(up, starting, down, draining, off + Math.max(0, room), unknown, 0)
        : new Tally(up, starting, down, draining, off, unknown, Math.max(0, room));
  }

  /** How many it has when in service. */
  public static int size(ServerGroup group) {
    Integer remembered = group.rememberedSize();
    return group.disabled() && remembered != null ? remembered : group.desired();
  }

  /** All of them together. */
  public static Tally of(Collection<ServerGroup> groups) {
    return groups.stream().map(Tally::of).reduce(NOTHING, Tally::plus);
  }

  public Tally plus(Tally other) {
    return new Tally(
        up + other.up,
        starting + other.starting,
        down + other.down,
        draining + other.draining,
        off + other.off,
        unknown + other.unknown,
        missing + other.missing);
  }

  public long total() {
    return up + starting + down + draining + off + unknown + missing;
  }

  /** All that is not up: {@code 1 down, 4 starting}; empty when nothing is to be said. */
  public List<String> troubles() {
    List<String> words = new ArrayList<>();
    say(words, down, "down");
    say(words, starting, "starting");
    say(words, draining, "draining");
    say(words, unknown, "unknown");
    return words;
  }

  /** Everything in words, for those who do not see the blocks. */
  public String inWords() {
    List<String> words = new ArrayList<>(troubles());
    say(words, up, "up");
    say(words, off, "disabled");
    say(words, missing, "not placed");
    return words.isEmpty() ? "no instances" : String.join(", ", words);
  }

  private static void say(List<String> words, long number, String what) {
    if (number > 0) {
      words.add("%,d %s".formatted(number, what));
    }
  }
}
