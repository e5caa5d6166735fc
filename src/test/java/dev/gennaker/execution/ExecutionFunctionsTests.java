package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.security.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** The functions and names that look at the run and at what started it. */
class ExecutionFunctionsTests {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final String TRIGGER =
      """
      {"type": "docker", "parameters": {},
       "resolvedExpectedArtifacts": [
         {"id": "e", "boundArtifact": {"type": "docker/image", "name": "shop", "reference": "shop:2"}}],
       "artifacts": [{"type": "docker/image", "name": "shop", "reference": "shop:2"},
                     {"type": "s3/object", "name": "config", "reference": "s3://c"}],
       "templateVariables": {"size": "small"},
       "buildInfo": {"number": 7, "scm": [{"branch": "master", "sha1": "a"},
                                          {"branch": "feature", "sha1": "b"}]}}
      """;

  private static final String DEPLOYED =
      """
      {"deploy.account.name": "demo",
       "deploy.server.groups": {"east": ["shop-v001"], "west": ["shop-v004"]},
       "serverGroups": [{"serverGroup": "shop-v001", "region": "east", "image": "shop:1", "instances": 3}]}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#triggerResolvedArtifact('shop').reference|shop:2",
        "#triggerResolvedArtifactByType('s3/object').reference|s3://c",
        "#resolvedArtifacts().![name]|[shop, config]",
        "#applicationMetadata('shop').email|shop@example.com",
        "#jsonFromUrl('https://config.example.com/shop').replicas|3",
        "#yamlFromUrl('https://config.example.com/shop').replicas|3",
        "#propertiesFromUrl('https://config.example.com/shop').keySet()[0]|{\"replicas\"",
        "#fromUrl('https://config.example.com/shop')|{\"replicas\": 3}",
        "buildInfo.number|7",
        "scmInfo.branch|feature",
        "templateVariables.size|small",
        "deployedServerGroups[0].serverGroup|shop-v004",
        "#deployedServerGroups('Deploy')[1].image|shop:1",
        "#deployedServerGroups('a')[1].capacity.desired|3",
        "#deployedServerGroups('Other').size()|0",
      })
  void answer(String expression, String value) {
    StageScope scope = scope(read(TRIGGER), expression);

    assertThat(String.valueOf(scope.evaluate().get("x"))).isEqualTo(value);
    assertThat(scope.failures()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#triggerResolvedArtifact('none')|there are [shop, config]",
        "#applicationMetadata('none')|There is no application none",
        "#jsonFromUrl('https://evil.example.com/')|may not be read",
        "#canaryConfigNameToId('a', 'b')|no canary configurations here",
        "#manifestLabelValue('a', 'b', 'c')|no Kubernetes manifests",
        "#cfServiceKey('a')|no Cloud Foundry services",
      })
  void explainWhyThereIsNone(String expression, String why) {
    StageScope scope = scope(read(TRIGGER), expression);
    scope.evaluate();

    assertThat(scope.failures()).hasSize(1);
    assertThat(scope.failures().getFirst().why()).hasMessageContaining(why);
  }

  @Test
  void takesTheLatestBuildOfAStageWhereTheTriggerHasNone() {
    Map<String, Object> trigger = Map.of("parameters", Map.of());

    assertThat(scope(trigger, "buildInfo.number").evaluate().get("x")).isEqualTo(9);
    assertThat(scope(trigger, "scmInfo.branch").evaluate().get("x")).isEqualTo("develop");
  }

  private static StageScope scope(Map<String, Object> trigger, String expression) {
    Map<String, Object> settings = Map.of("x", "${" + expression + "}");
    Run run =
        Run.of(
            "run",
            List.of(
                new Created(
                    NOW,
                    Execution.Kind.PIPELINE,
                    "shop",
                    "Deploy",
                    "p",
                    1,
                    trigger,
                    new Actor("dev", Set.of()),
                    Limits.NONE,
                    List.of(
                        stage("a", "Deploy", List.of(), Map.of()),
                        stage("b", "Build", List.of("a"), Map.of()),
                        stage("c", "this", List.of("b"), settings))),
                new StageStarted(NOW, "a", 1, Map.of(), NOW),
                ended("a", DEPLOYED),
                new StageStarted(NOW, "b", 1, Map.of(), NOW),
                ended(
                    "b",
                    "{\"buildInfo\": {\"number\": 9, \"scm\": [{\"branch\": \"develop\"}]}}")));
    RunStage stage = run.stage("c");
    return new StageScope(run, stage, new ExecutionFunctions(run, stage, new NoOutside(), NOW));
  }

  private static PlannedStage stage(
      String id, String name, List<String> after, Map<String, Object> settings) {
    return new PlannedStage(id, id, "x", name, null, after, settings, false);
  }

  private static StageEnded ended(String id, String outputs) {
    return new StageEnded(NOW, id, ExecutionStatus.SUCCEEDED, read(outputs), null, "");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }
}
