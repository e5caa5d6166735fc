package dev.gennaker.ui.clusters;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.clusters.Matrix.Show;
import dev.gennaker.ui.clusters.MatrixLine.Cell;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which version counts where, what differs, and how far it is behind. */
class MatrixTests {

  private static final List<String> LOCATIONS = List.of("east", "mid", "west");

  /** Images in east, mid and west; what is told of each: its version and how far behind. */
  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource({
    "web:1.8.3,       web:1.8.3,      ,            false, 1.8.3 1.8.3",
    "web:1.8.3,       web:1.8.2,      ,            true,  1.8.3 1.8.2-1",
    "web:1.10.0,      web:1.9.0,      web:1.9,     true,  1.10.0 1.9.0-2 1.9-1",
    "web:2.0.0-rc2,   web:2.0.0-rc10, web:2.0.0,   true,  2.0.0-rc2-2 2.0.0-rc10-1 2.0.0",
    "web:v3,          web:v12,        web:12,      true,  v3-2 v12-1 12",
    "a.example/web:1, b.example/x/web:1, ,         false, 1 1",
    "web:1,           cart:1,         ,            true,  1-1 1",
    "web,             web:latest,     ,            true,  latest-1 latest",
    "web@sha256:0123456789abcdef0, web@sha256:0123456789abcdef0, , false, sha256:0123456789ab sha256:0123456789ab",
    "host:5000/web:1, host:5000/web:2, ,           true,  1-1 2",
    "'',              '',             ,            false, v001 v001",
    ",                web:1,          ,            false, 1",
  })
  void toldByImage(String east, String mid, String west, boolean differs, String told) {
    List<String> images = Arrays.asList(east, mid, west);
    List<ServerGroup> groups =
        java.util.stream.IntStream.range(0, 3)
            .filter(i -> images.get(i) != null)
            .mapToObj(
                i ->
                    Groups.in(LOCATIONS.get(i), "shop-web-v001")
                        .image(images.get(i))
                        .created(Groups.NOW.plusSeconds(i))
                        .with(1, Health.UP)
                        .get())
            .toList();

    MatrixLine.Service line = service(groups);

    assertThat(line.differs()).isEqualTo(differs);
    String cells = line.cells().stream().map(MatrixTests::told).collect(Collectors.joining(" "));
    assertThat(cells).isEqualTo(told);
  }

  private static String told(Cell cell) {
    return cell.version() + (cell.behind() == 0 ? "" : "-" + cell.behind());
  }

  @Test
  void whatServesCountsAndWhatIsNewerComes() {
    ServerGroup old = Groups.in("east", "shop-web-v001").image("web:1").with(4, Health.UP).get();
    ServerGroup now =
        Groups.in("east", "shop-web-v002")
            .image("web:2")
            .created(Groups.NOW.plusSeconds(9))
            .with(1, Health.UP)
            .with(1, Health.STARTING)
            .wanting(4)
            .waiting("waiting for offers")
            .get();

    Cell cell = requireNonNull(service(List.of(now, old)).cells().getFirst());

    assertThat(cell.version()).isEqualTo("1");
    assertThat(cell.behind()).isEqualTo(1);
    assertThat(requireNonNull(cell.next()).version()).isEqualTo("2");
    assertThat(requireNonNull(cell.next()).says()).isEqualTo("1/4 up, waiting for offers");
  }

  @Test
  void whatLacksInstancesDoesNotCountBesideWhatIsWhole() {
    ServerGroup whole = Groups.in("east", "shop-web-v001").image("web:1").with(2, Health.UP).get();
    ServerGroup half =
        Groups.in("east", "shop-web-v002").image("web:2").with(1, Health.UP).wanting(2).get();

    Cell cell = requireNonNull(service(List.of(half, whole)).cells().getFirst());

    assertThat(cell.version()).isEqualTo("1");
    assertThat(requireNonNull(cell.next()).version()).isEqualTo("2");
  }

  @Test
  void aDisabledOneCountsOnlyWhereNothingElseIs() {
    ServerGroup off = Groups.in("east", "shop-web-v002").image("web:2").disabled(3).get();
    ServerGroup on =
        Groups.in("east", "shop-web-v001")
            .image("web:1")
            .created(Groups.NOW.minusSeconds(9))
            .with(3, Health.UP)
            .get();

    assertThat(requireNonNull(service(List.of(off, on)).cells().getFirst()).version())
        .isEqualTo("1");
    assertThat(requireNonNull(service(List.of(off)).cells().getFirst()).says())
        .isEqualTo("disabled");
    assertThat(service(List.of(off, on)).differs()).isFalse();
  }

  @Test
  void othersInServiceAreCounted() {
    List<ServerGroup> three =
        List.of(
            Groups.in("east", "shop-web-v003").with(1, Health.UP).get(),
            Groups.in("east", "shop-web-v002").with(1, Health.UP).get(),
            Groups.in("east", "shop-web-v001").with(1, Health.UP).get());

    assertThat(requireNonNull(service(three).cells().getFirst()).more()).isEqualTo(2);
  }

  @Test
  void showsOnlyWhatIsAskedFor() {
    List<ServerGroup> groups =
        List.of(
            Groups.in("east", "shop-web-v002").image("blue:2").with(1, Health.UP).get(),
            Groups.in("west", "shop-web-v001").image("blue:1").with(1, Health.UP).get(),
            Groups.in("east", "shop-cart-v001").with(1, Health.DOWN).get(),
            Groups.in("east", "dock-crane-v001").with(1, Health.UP).get());

    assertThat(names(groups, "", Show.ALL))
        .containsExactly("dock", "dock/dock-crane", "shop", "shop/shop-cart", "shop/shop-web");
    assertThat(names(groups, "", Show.DIFFERENCES)).containsExactly("shop", "shop/shop-web");
    assertThat(names(groups, "", Show.TROUBLE)).containsExactly("shop", "shop/shop-cart");
    // One of its server groups fits: the whole line is shown.
    assertThat(names(groups, "image:blue:1", Show.ALL)).containsExactly("shop", "shop/shop-web");
    assertThat(names(groups, "nothing", Show.ALL)).isEmpty();
  }

  @Test
  void placesAreEnvironmentsAndLocations() {
    List<Account> accounts =
        List.of(
            new Account("try", "dcos", "test", List.of("east")),
            new Account("demo", "dcos", "prod", LOCATIONS));
    List<Location> locations =
        List.of(
            new Location(
                "dcos",
                "west",
                "",
                "",
                new Freshness.Stale(
                    Groups.NOW, Groups.NOW, "cut", Groups.NOW.plus(Duration.ofSeconds(4)))));
    Matrix matrix =
        Matrix.of(
            List.of(
                Groups.in("west", "shop-web-v001").with(1, Health.UP).get(),
                Groups.in("east", "shop-web-v001").with(1, Health.UP).get(),
                Groups.in("east", "shop-web-v002").account("try").with(1, Health.UP).get()),
            new Matrix.World(locations, accounts),
            group -> true,
            Show.ALL);

    assertThat(matrix.places())
        .containsExactly(
            new Matrix.Place("test", "east", null),
            new Matrix.Place("prod", "east", null),
            new Matrix.Place("prod", "west", Groups.NOW));
    assertThat(matrix.sum()).isEqualTo("1 service, 3 places");
    MatrixLine.Service line = (MatrixLine.Service) matrix.lines().getLast();
    assertThat(line.cells()).doesNotContainNull();
    assertThat(requireNonNull(line.cells().getLast()).stale()).isTrue();
  }

  private static MatrixLine.Service service(List<ServerGroup> groups) {
    return (MatrixLine.Service) matrix(groups, "", Show.ALL).lines().getLast();
  }

  private static List<String> names(List<ServerGroup> groups, String typed, Show show) {
    return matrix(groups, typed, show).lines().stream().map(MatrixLine::key).toList();
  }

  private static Matrix matrix(List<ServerGroup> groups, String typed, Show show) {
    return Matrix.of(
        groups,
        new Matrix.World(List.of(), List.of(new Account("demo", "dcos", "", LOCATIONS))),
        Search.parse(typed),
        show);
  }
}
