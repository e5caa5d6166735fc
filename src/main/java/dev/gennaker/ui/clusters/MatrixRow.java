package dev.gennaker.ui.clusters;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.clusters.MatrixLine.Cell;
import dev.gennaker.ui.clusters.MatrixLine.Next;
import dev.gennaker.ui.kit.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which version of a service counts in each place, and how far it is behind the newest. */
final class MatrixRow {

  private MatrixRow() {}

  /** What counts in one place: what serves, and what is newer and not there yet. */
  private record Pick(ServerGroup main, @Nullable ServerGroup next, long more) {}

  /**
   * @param here for each place its server groups of the service, newest first
   */
  static MatrixLine.Service of(
      String application, String name, List<List<ServerGroup>> here, List<Matrix.Place> places) {
    List<Optional<Pick>> picks = here.stream().map(MatrixRow::pick).toList();
    List<Version> order = order(picks);
    List<@Nullable Cell> cells = new ArrayList<>();
    boolean trouble = false;
    for (int i = 0; i < picks.size(); i++) {
      Pick pick = picks.get(i).orElse(null);
      cells.add(pick == null ? null : cell(pick, order, places.get(i).asOf() != null));
      trouble |= here.get(i).stream().anyMatch(MatrixRow::isInTrouble);
    }
    long running =
        picks.stream()
            .flatMap(Optional::stream)
            .map(Pick::main)
            .filter(group -> !group.disabled())
            .map(Version::of)
            .distinct()
            .count();
    return new MatrixLine.Service(application, name, running > 1, trouble, cells);
  }

  /**
   * The newest that is settled and whole; else the newest of which something is up; else the newest
   * that is in service; else the newest.
   */
  private static Optional<Pick> pick(List<ServerGroup> here) {
    if (here.isEmpty()) {
      return Optional.empty();
    }
    List<ServerGroup> serving =
        here.stream().filter(group -> !group.disabled() && group.up() > 0).toList();
    ServerGroup main =
        serving.stream()
            .filter(group -> group.change() == null && group.up() >= group.desired())
            .findFirst()
            .or(() -> serving.stream().findFirst())
            .or(() -> here.stream().filter(group -> !group.disabled()).findFirst())
            .orElse(here.getFirst());
    ServerGroup next =
        here.stream()
            .takeWhile(group -> group != main)
            .filter(group -> !group.disabled() && group.desired() > 0)
            .findFirst()
            .orElse(null);
    long more = serving.stream().filter(group -> group != main && group != next).count();
    return Optional.of(new Pick(main, next, more));
  }

  /** All versions in a line, oldest first: by their numbers, else by when each first came. */
  private static List<Version> order(List<Optional<Pick>> picks) {
    Map<Version, Instant> first = new HashMap<>();
    picks.stream()
        .flatMap(Optional::stream)
        .flatMap(pick -> Stream.of(pick.main(), pick.next()))
        .filter(Objects::nonNull)
        .filter(group -> group.unreadable().isEmpty())
        .forEach(
            group ->
                first.merge(Version.of(group), group.createdAt(), (a, b) -> a.isBefore(b) ? a : b));
    Comparator<Version> byTime =
        Comparator.comparing(version -> first.getOrDefault(version, Instant.EPOCH));
    boolean numbered = first.keySet().stream().allMatch(Version::isNumbered);
    return first.keySet().stream()
        .sorted(numbered ? Version.BY_NUMBER.thenComparing(byTime) : byTime)
        .toList();
  }

  private static Cell cell(Pick pick, List<Version> order, boolean stale) {
    ServerGroup group = pick.main();
    Tally tally = Tally.of(group);
    Version version = Version.of(group);
    int at = order.indexOf(version);
    Block block = Block.of(group, tally);
    return new Cell(
        group.unreadable().isEmpty() ? version.text() : "unparsed",
        group.image(),
        block.shape(),
        block.tone(),
        tally.inWords(),
        tally.up(),
        Tally.size(group),
        group.createdAt(),
        group.createdBy(),
        at < 0 ? 0 : order.size() - 1 - at,
        pick.more(),
        group.unreadable().isEmpty()
            ? group.disabled() ? "disabled" : String.join(", ", tally.troubles())
            : "not readable",
        next(pick.next()),
        address(group),
        stale);
  }

  private static @Nullable Next next(@Nullable ServerGroup group) {
    if (group == null) {
      return null;
    }
    Tally tally = Tally.of(group);
    Block block = Block.of(group, tally);
    Line.Says says = Line.Says.of(group, State.of(group), tally);
    return new Next(
        Version.of(group).text(),
        group.image(),
        block.shape(),
        block.tone(),
        "%d/%d up%s"
            .formatted(
                tally.up(), Tally.size(group), says.text().isEmpty() ? "" : ", " + says.text()));
  }

  /** How all its instances together are drawn. */
  private record Block(String shape, String tone) {

    static Block of(ServerGroup group, Tally tally) {
      if (group.disabled()) {
        return new Block("in-off", "off");
      }
      if (tally.down() > 0 || !group.unreadable().isEmpty()) {
        return new Block("in-down", "fail");
      }
      if (tally.starting() > 0) {
        return new Block("in-start", "run");
      }
      return tally.up() > 0 ? new Block("in-up", "ok") : new Block("in-want", "off");
    }
  }

  private static boolean isInTrouble(ServerGroup group) {
    Tally tally = Tally.of(group);
    return !group.unreadable().isEmpty() || tally.down() > 0 || tally.missing() > 0;
  }

  private static String address(ServerGroup group) {
    String page =
        group.application().isEmpty()
            ? "clusters/" + group.location()
            : "applications/" + group.application() + "/clusters";
    return page
        + "?"
        + QueryParameters.simple(Map.of("sg", group.id().toString())).getQueryString();
  }
}
