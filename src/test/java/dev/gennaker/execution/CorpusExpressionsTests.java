package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.Created;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.PlannedStage;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageStarted;
import dev.gennaker.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Expressions people really wrote, from public pipelines. */
class CorpusExpressionsTests {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Pattern STAGE =
      Pattern.compile("(?:#stage|#judgment)\\([\"'](.+?)[\"']\\)|name == \"(.+?)\"");
  private static final Pattern PARAMETER = Pattern.compile("parameters\\.(\\w+)");

  @Test
  void haveAValueOrAnExplanation() throws IOException {
    List<String> corpus = corpus();
    Run run = run(corpus);
    Map<String, String> failed = new LinkedHashMap<>();
    for (String expression : corpus) {
      RunStage stage = stage(run, expression);
      StageScope scope =
          new StageScope(run, stage, new ExecutionFunctions(run, stage, new NoOutside(), NOW));
      Object value = scope.evaluate().get("setting");
      if (scope.failures().isEmpty()) {
        assertThat(String.valueOf(value)).doesNotContain("${");
      } else {
        failed.put(expression, scope.failures().getFirst().why().getMessage());
      }
    }

    assertThat(corpus).hasSizeGreaterThan(120);
    assertThat(failed.keySet())
        .containsExactlyInAnyOrder("${new java.util.Date()}", "${#stage[\"something\"]}");
    assertThat(failed.get("${new java.util.Date()}")).contains("#now()");
    assertThat(failed.get("${#stage[\"something\"]}")).contains("write #stage(…)");
  }

  private static List<String> corpus() throws IOException {
    try (InputStream in = CorpusExpressionsTests.class.getResourceAsStream("expressions.tsv")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines()
          .skip(1)
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .map(json -> JsonMapper.shared().readValue(json, String.class))
          .toList();
    }
  }

  private static RunStage stage(Run run, String expression) {
    StageDraft draft = new StageDraft(run.stage("last"));
    draft.written = Map.of("setting", expression);
    return draft.freeze();
  }

  /** A run in which everything the expressions name is there. */
  private static Run run(List<String> corpus) {
    Set<String> names = new LinkedHashSet<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String expression : corpus) {
      Matcher stage = STAGE.matcher(expression);
      while (stage.find()) {
        names.add(stage.group(1) == null ? stage.group(2) : stage.group(1));
      }
      PARAMETER.matcher(expression).results().forEach(m -> parameters.put(m.group(1), "3"));
    }
    parameters.put("moduleConfig", "{\"ns\": \"n\", \"replicas\": 2}");
    List<PlannedStage> stages = new ArrayList<>();
    List<ExecutionEvent> events = new ArrayList<>();
    names.add("issue");
    for (String name : names) {
      String type = name.equals("issue") ? "addJiraIss" : "jenkins";
      stages.add(new PlannedStage(name, name, type, name, null, List.of(), Map.of(), false));
      events.add(new StageStarted(NOW, name, 1, read(CONTEXT), NOW));
      events.add(new StageEnded(NOW, name, ExecutionStatus.SUCCEEDED, read(OUTPUTS), null, ""));
    }
    stages.add(
        new PlannedStage(
            "last", "last", "wait", "last", null, List.copyOf(names), Map.of(), false));
    Map<String, Object> trigger = new LinkedHashMap<>(read(TRIGGER));
    trigger.put("parameters", parameters);
    events.addFirst(
        new Created(
            NOW,
            Execution.Kind.PIPELINE,
            "shop",
            "Corpus",
            "p",
            1,
            trigger,
            new Actor("dev", Set.of()),
            Limits.NONE,
            stages));
    return Run.of("run", events);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> read(String json) {
    return JsonMapper.shared().readValue(json, Map.class);
  }

  private static final String CONTEXT =
      """
      {"Buildnumber": 7, "ImageId": "ami-1", "artifacts": [{"reference": "shop:1.2"}],
       "source": {"serverGroupName": "shop-v001"}, "status": {"id": "s1"},
       "webhook": {"body": {"key": "SHOP-1"}}}
      """;

  private static final String OUTPUTS =
      """
      {"judgmentInput": "Yes", "gitbranch": "master", "gitorg": "o", "gitprnum": 4, "pruser": "u",
       "pruseremail": "e", "srcbranch": "b", "srcorg": "o", "srcrepo": "r", "image": "shop:1",
       "tag": "1", "pvcname": "v", "userpassword": "x", "baseline_version": "1.2",
       "NAME_VAR": "n", "cacheAgentDelay": 30, "artifacts": [{"reference": "shop:1.2"}],
       "deploy.server.groups": {"east": ["shop-v002"]}, "deploy.account.name": "demo",
       "status": {"logs": {"apply_stderr": "", "apply_stdout": "", "destroy_stderr": "",
         "destroy_stdout": "", "plan_stderr": "", "plan_stdout": ""}},
       "manifest": {"spec": {"replicas": 3},
         "status": {"loadBalancer": {"ingress": [{"hostname": "h"}]}}}}
      """;

  private static final String TRIGGER =
      """
      {"type": "git", "tag": "1.2", "branch": "master", "hash": "abc", "project": "p", "slug": "s",
       "action": "pull_request:opened", "id": "t", "artifacts": [{"name": "a", "version": "1"}],
       "properties": {"ImageId": "ami-1", "apiDeb": "api"}, "buildInfo": {"artifacts": []},
       "parentExecution": {"trigger": {"parameters": {"blue_release": "b", "green_release": "g"}}}}
      """;
}
