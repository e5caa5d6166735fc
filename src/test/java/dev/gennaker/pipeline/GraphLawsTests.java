package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every graph. */
class GraphLawsTests {

  @Property
  void ordersAllStagesOrNamesACycle(@ForAll("anyGraph") List<StageDefinition> stages) {
    Graph graph = Graph.of(stages);

    assertThat(graph.order().size() == stages.size()).isEqualTo(graph.cycles().isEmpty());
  }

  @Property
  void putsEveryStageAfterAllItWaitsFor(@ForAll("anyGraph") List<StageDefinition> stages) {
    Graph graph = Graph.of(stages);
    Set<String> before = new HashSet<>();
    for (String refId : graph.order()) {
      assertThat(before).containsAll(graph.requisites(refId));
      before.add(refId);
    }
  }

  @Property
  void namesOnlyRealCycles(@ForAll("anyGraph") List<StageDefinition> stages) {
    Graph graph = Graph.of(stages);
    for (List<String> cycle : graph.cycles()) {
      for (int i = 0; i < cycle.size(); i++) {
        assertThat(graph.requisites(cycle.get(i))).contains(cycle.get((i + 1) % cycle.size()));
      }
    }
  }

  @Property
  void findsNoCycleWhereStagesOnlyWaitForEarlierOnes(
      @ForAll("forwardGraph") List<StageDefinition> stages) {
    assertThat(Graph.of(stages).cycles()).isEmpty();
    assertThat(Graph.of(stages).order()).hasSameSizeAs(stages);
  }

  @Property
  void seesUpstreamAndDownstreamAsMirrorImages(@ForAll("anyGraph") List<StageDefinition> stages) {
    Graph graph = Graph.of(stages);
    for (StageDefinition one : stages) {
      for (String other : graph.upstream(one.refId())) {
        assertThat(graph.downstream(other)).contains(one.refId());
      }
    }
  }

  @Provide
  Arbitrary<List<StageDefinition>> anyGraph() {
    return graphs(false);
  }

  @Provide
  Arbitrary<List<StageDefinition>> forwardGraph() {
    return graphs(true);
  }

  private static Arbitrary<List<StageDefinition>> graphs(boolean forward) {
    return Arbitraries.integers()
        .between(1, 12)
        .flatMap(
            size ->
                Arbitraries.integers()
                    .between(0, size - 1)
                    .set()
                    .ofMaxSize(3)
                    .list()
                    .ofSize(size)
                    .map(waits -> stages(waits, forward)));
  }

  private static List<StageDefinition> stages(List<Set<Integer>> waits, boolean forward) {
    return IntStream.range(0, waits.size())
        .mapToObj(
            i ->
                GraphTests.stage(
                    i,
                    "s" + i,
                    waits.get(i).stream()
                        .filter(j -> !forward || j < i)
                        .map(j -> "s" + j)
                        .toList()))
        .toList();
  }
}
