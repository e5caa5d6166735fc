package dev.gennaker.ui.clusters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a page of server groups says, and in which order. */
class BoardTests {

  private static final Location EAST =
      new Location("dcos", "dcos-east", "", "", new Freshness.Live(Groups.NOW));
  private static final Location LOST_WEST =
      new Location(
          "dcos",
          "dcos-west",
          "",
          "",
          new Freshness.Stale(
              Groups.NOW, Groups.NOW, "the event stream was cut", Groups.NOW.plusSeconds(4)));

  private final ServerGroup webEast =
      Groups.in("dcos-east", "shop-prod-web-v013")
          .with(1, Health.STARTING)
          .with(3, Health.UP)
          .wanting(6)
          .get();
  private final ServerGroup webWest =
      Groups.in("dcos-west", "shop-prod-web-v012").with(12, Health.UP).get();
  private final ServerGroup cart =
      Groups.in("dcos-east", "shop-prod-cart-v044").with(1, Health.DOWN).with(5, Health.UP).get();

  @Test
  void groupsRowsByClusterAndPlace() {
    assertThat(lines(Filter.NONE).stream().map(Line::key))
        .containsExactly(
            "shop-prod-cart demo",
            "shop-prod-cart demo dcos-east ",
            "demo:dcos-east:shop-prod-cart-v044",
            "shop-prod-web demo",
            "shop-prod-web demo dcos-east ",
            "demo:dcos-east:shop-prod-web-v013",
            "shop-prod-web demo dcos-west ",
            "shop-prod-web demo dcos-west  stale",
            "demo:dcos-west:shop-prod-web-v012");
  }

  @Test
  void whatIsNotCurrentLeavesTheSumsAndIsToldApart() {
    Board board = board(Filter.NONE, Set.of(), false);

    assertThat(board.sum())
        .isEqualTo("2 clusters, 3 server groups, 8 instances up, 12 not current");
    assertThat(cluster(board, "shop-prod-web").sum()).isEqualTo("3 up, 1 starting, 12 not current");
    assertThat(cluster(board, "shop-prod-cart").sum()).isEqualTo("5 up, 1 down");
  }

  @Test
  void aStalePlaceSaysWhyAsOfWhenAndWhenItIsTriedAgain() {
    Line.OfStale stale = only(board(Filter.NONE, Set.of(), false), Line.OfStale.class);

    assertThat(stale.reason()).isEqualTo("The event stream was cut.");
    assertThat(stale.asOf()).isEqualTo(Groups.NOW);
    assertThat(stale.next()).isEqualTo(Groups.NOW.plusSeconds(4));
    assertThat(group("shop-prod-web-v012").stale()).isTrue();
    assertThat(group("shop-prod-web-v013").stale()).isFalse();
  }

  @Test
  void theReasonIsToldOnceForEachLocation() {
    ServerGroup cartWest = Groups.in("dcos-west", "shop-prod-cart-v044").with(2, Health.UP).get();

    Board board =
        Board.of(
            List.of(webWest, cartWest),
            List.of(EAST, LOST_WEST),
            new Board.Wish(Filter.NONE, group -> "there", Set.of(), null, false));

    assertThat(board.lines()).filteredOn(Line.OfStale.class::isInstance).hasSize(1);
    assertThat(board.lines())
        .filteredOn(line -> line instanceof Line.OfPlace place && place.asOf() != null)
        .hasSize(2);
  }

  @Test
  void aFoldedClusterShowsOnlyItsHead() {
    Board board = board(Filter.NONE, Set.of("shop-prod-web demo"), false);

    assertThat(cluster(board, "shop-prod-web").folded()).isTrue();
    assertThat(board.lines()).hasSize(4);
  }

  @Test
  void aPageAboutOneLocationNamesOwnersInsteadOfPlaces() {
    Board board = board(new Filter("", "", "dcos-east", "", "", ""), Set.of(), true);

    assertThat(board.lines()).noneMatch(Line.OfPlace.class::isInstance);
    assertThat(cluster(board, "shop-prod-cart").owner()).isEqualTo("shop");
  }

  @Test
  void aRowSaysWhatItWaitsForBeforeAnythingElse() {
    ServerGroup waiting =
        Groups.in("dcos-east", "shop-prod-web-v014")
            .with(1, Health.DOWN)
            .waiting("waiting for offers")
            .get();

    Line.OfGroup row = Line.OfGroup.of(waiting, "", false, false);

    assertThat(row.says()).isEqualTo("waiting for offers");
    assertThat(row.shape()).isEqualTo("sh-hold");
  }

  @Test
  void aRowOfADisabledGroupRemembersItsSize() {
    ServerGroup off =
        Groups.in("dcos-east", "shop-prod-web-v011").with(3, Health.DRAINING).disabled(12).get();

    Line.OfGroup row = Line.OfGroup.of(off, "", false, false);

    assertThat(row.tally().inWords()).isEqualTo("3 draining, 9 disabled");
    assertThat(row.size()).isEqualTo(12);
    assertThat(row.traffic()).isFalse();
  }

  @Test
  void filtersByNamePartsStateAndWords() {
    assertThat(shown(new Filter("", "cart", "", "", "", "")))
        .containsExactly("shop-prod-cart-v044");
    assertThat(shown(new Filter("", "", "", "unhealthy", "", "")))
        .containsExactly("shop-prod-cart-v044");
    assertThat(shown(new Filter("", "", "dcos-west", "", "", "")))
        .containsExactly("shop-prod-web-v012");
    assertThat(shown(new Filter("", "", "", "", "V013", ""))).containsExactly("shop-prod-web-v013");
    assertThat(shown(new Filter("", "", "", "", "cart-v044.3", "")))
        .containsExactly("shop-prod-cart-v044");
    assertThat(shown(new Filter("test", "", "", "", "", ""))).isEmpty();
  }

  private List<String> shown(Filter filter) {
    return lines(filter).stream()
        .filter(Line.OfGroup.class::isInstance)
        .map(line -> ((Line.OfGroup) line).name())
        .toList();
  }

  private Line.OfGroup group(String name) {
    return lines(Filter.NONE).stream()
        .filter(line -> line instanceof Line.OfGroup group && group.name().equals(name))
        .map(Line.OfGroup.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Line.OfCluster cluster(Board board, String name) {
    return board.lines().stream()
        .filter(line -> line instanceof Line.OfCluster cluster && cluster.name().equals(name))
        .map(Line.OfCluster.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static <L extends Line> L only(Board board, Class<L> kind) {
    return board.lines().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private List<Line> lines(Filter filter) {
    return board(filter, Set.of(), false).lines();
  }

  private Board board(Filter filter, Set<String> folded, boolean oneLocation) {
    return Board.of(
        List.of(webEast, webWest, cart),
        List.of(EAST, LOST_WEST),
        new Board.Wish(filter, group -> "there", folded, null, oneLocation));
  }
}
