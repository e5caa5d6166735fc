package dev.gennaker.stage.preconditions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StubContext;
import dev.gennaker.stage.operation.CloudStages;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionTests {

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud);
  private final StubContext context = new StubContext();

  @Test
  void expandsIntoOneChildEach() {
    Map<String, Object> settings =
        Map.of(
            "preconditions",
            List.of(
                Map.of("type", "expression", "context", Map.of("expression", false)),
                Map.of("type", "noop", "failPipeline", false)));
    context.written.put(
        "preconditions",
        List.of(Map.of("context", Map.of("expression", "${parameters.a == 'x'}"))));

    Outcome.Expanded expanded =
        (Outcome.Expanded) stages.look("checkPreconditions", settings, context);

    assertThat(expanded.children())
        .extracting(ChildStage::name)
        .containsExactly("parameters.a == 'x'", "nothing");
    assertThat(expanded.children().getFirst().settings())
        .containsEntry("expression", "${parameters.a == 'x'}")
        .containsEntry("source", "parameters.a == 'x'")
        .containsEntry("failPipeline", true);
    assertThat(expanded.children().getLast().settings()).containsEntry("failPipeline", false);
  }

  @Test
  void saysWhichValuesMadeAnExpressionFalse() {
    context.trigger.put("parameters", Map.of("a", "y"));

    assertThat(
            check(
                Map.of(
                    "preconditionType", "expression",
                    "source", "parameters.a == 'x'",
                    "expression", false,
                    "failureMessage", "Only x goes to production")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(
                        "Only x goes to production (parameters.a == 'x' is false, not true"
                            + " where parameters.a = y)"));
  }

  @Test
  void passesATrueExpression() {
    assertThat(check(Map.of("preconditionType", "expression", "expression", true)))
        .isEqualTo(Outcome.done(Map.of("expressionResult", true)));
  }

  @ParameterizedTest
  @CsvSource({
    "==, 2, true",
    ">, 1, true",
    "<, 2, false",
    ">=, 3, false",
    "<=, 2, true",
    ", 1, false"
  })
  void comparesTheSizeOfACluster(String comparison, int expected, boolean holds) {
    cloud.add("east", "shop-web-v001", "shop/web:1", 1);
    cloud.add("east", "shop-web-v002", "shop/web:2", 1);

    Outcome outcome = check(clusterSize(comparison, expected, false));

    assertThat(outcome instanceof Outcome.Done).isEqualTo(holds);
  }

  @Test
  void countsOnlyEnabledOnesWhereAskedTo() {
    cloud.add("east", "shop-web-v001", "shop/web:1", 1);
    cloud.disable("east", "shop-web-v001");

    assertThat(check(clusterSize("==", 1, true)))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo(
                        "shop-web has the wrong number of enabled server groups in account test:"
                            + " 0 in east; expected == 1"));
  }

  @Test
  void waitsForAFreshPicture() {
    cloud.fresh("east", new Freshness.Connecting(MemoryCloud.START));

    assertThat(check(clusterSize("==", 0, false))).isInstanceOf(Outcome.LookAgain.class);
  }

  @Test
  void comparesTheStatusOfAStage() {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "preconditionType", "stageStatus",
                "stageName", "Deploy",
                "stageStatus", "SUCCEEDED",
                "actualStatus", "SUCCEEDED"));
    assertThat(check(settings)).isEqualTo(Outcome.done());

    settings.put("actualStatus", "TERMINAL");
    assertThat(check(settings))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo("The stage Deploy is TERMINAL, not SUCCEEDED"));
  }

  @Test
  void pointsAtWhatAPreconditionLacks() {
    assertThat(
            stages.check(
                "checkPreconditions",
                Map.of(
                    "preconditions",
                    List.of(
                        Map.of("type", "expression"),
                        Map.of("type", "magic"),
                        Map.of(
                            "type",
                            "clusterSize",
                            "context",
                            Map.of(
                                "cluster",
                                "a",
                                "credentials",
                                "b",
                                "regions",
                                List.of("c"),
                                "comparison",
                                "~"))))))
        .extracting(Problem::path)
        .containsExactly("$.preconditions[1].type");
    assertThat(
            stages.check(
                "checkPreconditions",
                Map.of("preconditions", List.of(Map.of("type", "expression")))))
        .extracting(Problem::path)
        .containsExactly("$.preconditions[0].context.expression");
  }

  private static Map<String, Object> clusterSize(
      String comparison, int expected, boolean onlyEnabled) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "preconditionType",
                "clusterSize",
                "credentials",
                "test",
                "regions",
                List.of("east"),
                "cluster",
                "shop-web",
                "expected",
                expected,
                "onlyEnabledServerGroups",
                onlyEnabled));
    settings.put("comparison", comparison);
    return settings;
  }

  private Outcome check(Map<String, Object> settings) {
    return stages.look("checkPrecondition", settings, context);
  }
}
