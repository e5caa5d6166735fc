package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.database.OnH2;
import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.pipeline.Documents;
import dev.gennaker.pipeline.MalformedJson;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@OnH2
class NameCheckTests {

  private static final String PIPELINE =
      """
      {"parameterConfig": [{"name": "version"}],
       "stages": [
         {"refId": "1", "type": "manualJudgment", "name": "Ask"},
         {"refId": "2", "type": "evaluateVariables", "name": "Names", "requisiteStageRefIds": ["1"],
          "variables": [{"key": "tag", "value": "1"}, {"key": "both", "value": "${tag}${tga}"}]},
         {"refId": "3", "type": "wait", "name": "Look", "requisiteStageRefIds": ["2"], "waitTime": 1,
          "mine": 1, "x": ["%s"], "cmd": "echo ${HOME}"},
         {"refId": "4", "type": "jenkins", "name": "Build"},
         {"refId": "5", "type": "wait", "name": "After", "requisiteStageRefIds": ["4"],
          "x": "${whatever}", "stageEnabled": {"type": "expression", "expression": "#stge('Build')"}},
         {"refId": "6", "type": "wait", "name": "Lost", "requisiteStageRefIds": ["gone"],
          "x": "${whatever} ${#stage('Ask').name}"}
       ]}
      """;

  @Autowired private StageCatalog catalog;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parameters.vershion|no parameter vershion|Did you mean version?",
        "trigger.parameters.other|no parameter other|Declare the parameter",
        "execution['trigger']['parameters'].other|no parameter other|Declare",
        "#stage('ask').status|no stage called ask|Did you mean Ask?",
        "#judgment('Approve')|no stage called Approve|Correct the name",
        "#stage('Build').status|does not run before|Draw a line",
        "judgmentInptu == 'Yes'|Nothing is called judgmentInptu|Did you mean judgmentInput?",
        "{1}.?[#this == 1].size() + elsewhere|Nothing is called elsewhere|Correct",
        "#readJsno(tag)|no function #readJsno|Did you mean #readJson(…)?",
        "#manifestLabelValue('a', 'b', 'c')|no Kubernetes manifests|Change",
      })
  void saysWhatIsMissing(String expression, String what, String fix) {
    List<Problem> problems = problems(expression, "$.stages[2].x[0]");

    assertThat(problems).hasSize(1);
    assertThat(problems.getFirst().message()).contains(what);
    assertThat(problems.getFirst().fix()).contains(fix);
    assertThat(problems.getFirst().isError()).isEqualTo(what.contains("no function"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "parameters.version",
        "parameters?.other",
        "parameters['other']",
        "parameters['other'] ?: 'x'",
        "parameters.containsKey('other') ? parameters.other : ''",
        "#stage('Ask').status",
        "#stage('Look').status",
        "#stageExists('Later') ? #stage('Later').status : ''",
        "judgmentInput + tag + mine + name",
        "execution.stages.?[type == 'wait'][0].context.anything",
        "execution.stages.![{a: name, b: outputs.x}]",
        "{a: tag, 'b': 1}.a",
        "trigger[branch]",
        "buildInfo.number + scmInfo.branch + deployedServerGroups[0].region + templateVariables.x",
        "T(java.util.Date)",
      })
  void doubtsNothingThatMayBeThere(String expression) {
    assertThat(problems(expression, "$.stages[2].x[0]")).isEmpty();
  }

  @Test
  void doubtsNothingBehindStagesNobodyKnows() {
    assertThat(problems("1", "$.stages[4].x")).isEmpty();
    assertThat(problems("1", "$.stages[4].stageEnabled.expression"))
        .extracting(Problem::fix)
        .containsExactly("Did you mean #stage(…)?");
    assertThat(problems("1", "$.stages[5].x")).isEmpty();
    assertThat(problems("1", "$.stages[1].variables[1].value"))
        .extracting(Problem::fix)
        .containsExactly("Did you mean tag?");
  }

  @Test
  void knowsEveryFunctionOfTheCatalogue() throws IOException {
    Set<String> names =
        ExpressionCatalog.functions().stream()
            .map(ExpressionCatalog.Function::name)
            .collect(Collectors.toSet());
    Set<String> all = new HashSet<>(Expressions.functions());
    all.addAll(ExecutionFunctions.NAMES);
    assertThat(names).isEqualTo(all);
    assertThat(Files.readString(Path.of("docs/expressions.md")))
        .contains(names.stream().map(name -> "`#" + name + "(").toList());
  }

  /** With {@code GENNAKER_CORPUS} naming a folder of published pipelines. */
  @Test
  @EnabledIfEnvironmentVariable(named = "GENNAKER_CORPUS", matches = ".+")
  void raisesNoFalseAlarms() throws IOException {
    List<String> alarms = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(System.getenv("GENNAKER_CORPUS"), "pipelines"))) {
      for (Path file : files.sorted().toList()) {
        try {
          for (Problem p : new NameCheck(catalog).check(Documents.parse(Files.readString(file)))) {
            alarms.add(file.getFileName() + " " + p.path() + " " + p.message() + " " + p.fix());
          }
        } catch (MalformedJson templated) {
          // Not a pipeline yet: a text with placeholders of its own.
        }
      }
    }
    alarms.forEach(System.out::println);
    assertThat(alarms)
        .allMatch(
            alarm -> alarm.contains("declares no parameter") || alarm.contains("Get Ingress"));
  }

  private List<Problem> problems(String expression, String path) {
    return new NameCheck(catalog)
            .check(
                Documents.parse(PIPELINE.formatted("${" + expression.replace("\"", "\\\"") + "}")))
            .stream()
            .filter(problem -> problem.path().equals(path))
            .toList();
  }
}
