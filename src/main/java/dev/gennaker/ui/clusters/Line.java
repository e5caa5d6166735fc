package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One line of the list; the browser holds only those in sight. */
sealed interface Line {

  /** The same for the same thing on the next look. */
  String key();

  /**
   * A cluster.
   *
   * @param owner the application; empty where it is plain or nobody owns it
   * @param alone whether its groups follow without a line about their place
   */
  record OfCluster(
      String key,
      String name,
      String account,
      String owner,
      String sum,
      boolean folded,
      boolean alone)
      implements Line {}

  /** Where the groups below run; {@code asOf} only where the picture is not current. */
  record OfPlace(String key, String location, String group, @Nullable Instant asOf)
      implements Line {}

  /** Why a place is not current, and what is done about it. */
  record OfStale(
      String key,
      String location,
      @Nullable Instant asOf,
      Instant since,
      String reason,
      Instant next)
      implements Line {

    static OfStale of(String key, String location, Freshness.Stale stale) {
      return new OfStale(
          key,
          location,
          stale.asOf(),
          stale.since(),
          Words.sentence(stale.reason()),
          stale.nextTry());
    }
  }

  /**
   * A server group.
   *
   * @param tone colour class of {@code says}
   */
  record OfGroup(
      String key,
      String name,
      String address,
      String version,
      String image,
      Tally tally,
      String shape,
      String tone,
      String says,
      long up,
      int size,
      boolean traffic,
      Instant createdAt,
      String by,
      boolean stale,
      boolean selected)
      implements Line {

    static OfGroup of(ServerGroup group, String address, boolean stale, boolean selected) {
      Tally tally = Tally.of(group);
      State state = State.of(group);
      Says says = Says.of(group, state, tally);
      return new OfGroup(
          group.id().toString(),
          group.name(),
          address,
          version(group),
          Words.image(group.image()),
          tally,
          says.shape(),
          says.tone(),
          says.text(),
          tally.up(),
          Tally.size(group),
          !group.disabled(),
          group.createdAt(),
          group.createdBy(),
          stale,
          selected);
    }

    private static String version(ServerGroup group) {
      String unnumbered = group.kind() == ServerGroup.Kind.POD ? "pod" : "–";
      return Optional.ofNullable(group.moniker().sequence())
          .map("v%03d"::formatted)
          .orElse(unnumbered);
    }
  }

  /** What a row says besides its blocks. */
  record Says(String shape, String tone, String text) {

    static Says of(ServerGroup group, State state, Tally tally) {
      Change change = group.change();
      if (change != null && !change.waiting().isEmpty()) {
        return new Says("sh-hold", "wait", change.waiting());
      }
      if (change != null) {
        return new Says("sh-run", "run", "step %d of %d".formatted(change.step(), change.steps()));
      }
      return switch (state) {
        case UNREADABLE -> new Says("sh-fail", "fail", "not readable");
        case DISABLED ->
            tally.draining() > 0
                ? new Says("", "wait", String.join(", ", tally.troubles()))
                : new Says("", "off", "disabled");
        case EMPTY -> new Says("", "off", "no instances");
        case UNHEALTHY, STARTING, HEALTHY, CHANGING, WAITING -> troubles(tally);
      };
    }

    private static Says troubles(Tally tally) {
      List<String> troubles = tally.troubles();
      return new Says(
          "",
          tally.down() > 0 ? "fail" : tally.starting() > 0 ? "run" : "off",
          String.join(", ", troubles));
    }
  }
}
