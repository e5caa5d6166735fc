package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The graph of a pipeline by example; {@link GraphLawsTests} has the general laws. */
class GraphTests {

  private final Graph diamond = graph("a", "b:a", "c:a", "d:b,c");

  @Test
  void knowsRootsAndNeighbours() {
    assertThat(diamond.roots()).containsExactly("a");
    assertThat(diamond.requisites("d")).containsExactly("b", "c");
    assertThat(diamond.dependents("a")).containsExactly("b", "c");
  }

  @Test
  void reachesUpAndDownNearestFirst() {
    assertThat(diamond.upstream("d")).containsExactly("b", "c", "a");
    assertThat(diamond.downstream("a")).containsExactly("b", "c", "d");
    assertThat(diamond.upstream("a")).isEmpty();
  }

  @Test
  void ordersEveryStageAfterItsRequisites() {
    assertThat(graph("d:b,c", "b:a", "c:a", "a").order()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void namesTheStagesOfACycleAndNotThoseAroundIt() {
    Graph graph = graph("start", "a:start,c", "b:a", "c:b", "after:c");

    assertThat(graph.cycles()).singleElement().asList().containsExactlyInAnyOrder("a", "b", "c");
    assertThat(graph.order()).containsExactly("start");
  }

  @Test
  void seesAStageThatWaitsForItself() {
    assertThat(graph("a:a").cycles()).containsExactly(List.of("a"));
  }

  @Test
  void ignoresReferencesToNothing() {
    assertThat(graph("a:ghost").order()).containsExactly("a");
  }

  @Test
  void walksTenThousandStagesInARow() {
    List<StageDefinition> chain =
        IntStream.range(0, 10_000)
            .mapToObj(i -> stage(i, "s" + i, i == 0 ? List.of() : List.of("s" + (i - 1))))
            .toList();

    assertThat(Graph.of(chain).order()).hasSize(10_000);
    assertThat(Graph.of(chain).cycles()).isEmpty();
    assertThat(Graph.of(chain).upstream("s9999")).hasSize(9_999);
  }

  static Graph graph(String... stages) {
    return Graph.of(
        IntStream.range(0, stages.length)
            .mapToObj(
                i -> {
                  String[] parts = stages[i].split(":");
                  return stage(
                      i,
                      parts[0],
                      parts.length == 1 ? List.of() : Arrays.asList(parts[1].split(",")));
                })
            .toList());
  }

  static StageDefinition stage(int index, String refId, List<String> requisites) {
    return new StageDefinition(index, refId, "wait", refId, requisites, Map.of());
  }
}
