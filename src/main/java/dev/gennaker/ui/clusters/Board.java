package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The picture of one page: what there is, as lines.
 *
 * @param sum the sentence under the title
 */
record Board(List<Line> lines, String sum) {

  /**
   * How a page wants it drawn.
   *
   * @param address the page's own address with that server group selected
   * @param folded keys of clusters of which only the head is shown
   * @param oneLocation whether the page is about one location: places are then told only where
   *     there are groups below it, owners always
   */
  record Wish(
      Filter filter,
      Function<ServerGroup, String> address,
      Set<String> folded,
      @Nullable String selected,
      boolean oneLocation) {}

  private record Place(String location, String group) {}

  static Board of(Collection<ServerGroup> groups, Collection<Location> locations, Wish wish) {
    Map<String, Freshness> freshness =
        locations.stream().collect(Collectors.toMap(Location::name, Location::freshness));
    List<ServerGroup> shown = groups.stream().filter(wish.filter().matching()).toList();
    boolean accounts = shown.stream().map(g -> g.id().account()).distinct().count() > 1;
    Map<String, List<ServerGroup>> clusters =
        shown.stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.cluster() + " " + group.id().account(),
                    TreeMap::new,
                    Collectors.toList()));
    List<Line> lines = new ArrayList<>();
    Set<String> told = new HashSet<>();
    clusters.forEach(
        (key, members) -> {
          boolean folded = wish.folded().contains(key);
          ServerGroup first = members.getFirst();
          lines.add(
              new Line.OfCluster(
                  key,
                  first.cluster(),
                  accounts ? first.id().account() : "",
                  wish.oneLocation() ? first.application() : "",
                  sum(members, freshness),
                  folded,
                  wish.oneLocation()));
          if (!folded) {
            places(lines, key, members, freshness, wish, told);
          }
        });
    return new Board(lines, total(clusters.size(), shown, freshness));
  }

  private static void places(
      List<Line> lines,
      String cluster,
      List<ServerGroup> members,
      Map<String, Freshness> freshness,
      Wish wish,
      Set<String> told) {
    Map<Place, List<ServerGroup>> places =
        members.stream()
            .collect(
                Collectors.groupingBy(
                    group -> new Place(group.location(), group.group()),
                    () ->
                        new TreeMap<>(
                            Comparator.comparing(Place::location).thenComparing(Place::group)),
                    Collectors.toList()));
    places.forEach(
        (place, here) -> {
          String key = cluster + " " + place.location() + " " + place.group();
          Freshness fresh = freshness.get(place.location());
          Instant asOf = fresh instanceof Freshness.Stale stale ? stale.asOf() : null;
          if (!wish.oneLocation() || !place.group().isEmpty()) {
            lines.add(new Line.OfPlace(key, place.location(), place.group(), asOf));
          }
          // Why is told once for each location; "as of" wherever it counts.
          if (fresh instanceof Freshness.Stale stale
              && !wish.oneLocation()
              && told.add(place.location())) {
            lines.add(Line.OfStale.of(key + " stale", place.location(), stale));
          }
          here.stream()
              .sorted(
                  Comparator.comparing(ServerGroup::createdAt)
                      .thenComparing(ServerGroup::name)
                      .reversed())
              .forEach(
                  group ->
                      lines.add(
                          Line.OfGroup.of(
                              group,
                              wish.address().apply(group),
                              fresh instanceof Freshness.Stale,
                              group.id().toString().equals(wish.selected()))));
        });
  }

  /** What is stale leaves the sums and is told apart. */
  private static String sum(List<ServerGroup> members, Map<String, Freshness> freshness) {
    List<ServerGroup> current = members.stream().filter(g -> isCurrent(g, freshness)).toList();
    Tally tally = Tally.of(current);
    List<String> words = new ArrayList<>();
    if (!current.isEmpty()) {
      words.add("%,d up".formatted(tally.up()));
    }
    words.addAll(tally.troubles());
    addStale(words, members, freshness);
    return String.join(", ", words);
  }

  private static String total(
      int clusters, List<ServerGroup> shown, Map<String, Freshness> freshness) {
    List<ServerGroup> current = shown.stream().filter(g -> isCurrent(g, freshness)).toList();
    List<String> words = new ArrayList<>();
    words.add(Words.count(clusters, "cluster"));
    words.add(Words.count(shown.size(), "server group"));
    words.add(Words.count(Tally.of(current).up(), "instance") + " up");
    addStale(words, shown, freshness);
    return String.join(", ", words);
  }

  private static void addStale(
      List<String> words, List<ServerGroup> groups, Map<String, Freshness> freshness) {
    long stale =
        groups.stream()
            .filter(group -> !isCurrent(group, freshness))
            .mapToLong(group -> Tally.of(group).up())
            .sum();
    if (stale > 0) {
      words.add("%,d not current".formatted(stale));
    }
  }

  private static boolean isCurrent(ServerGroup group, Map<String, Freshness> freshness) {
    return !(freshness.get(group.location()) instanceof Freshness.Stale);
  }
}
