package dev.gennaker.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.stage.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shape check and the graph check say about a document. */
class ShapeTests {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"application\":\"a\"}                                        | $.name",
        "{\"name\":\"a\"}                                               | $.application",
        "{\"application\":7,\"name\":\"a\"}                             | $.application",
        "{\"application\":\"a\",\"name\":[]}                            | $.name",
        "{\"application\":\"a\",\"name\":\"\\u0000\"}                   | $.name",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":{}}           | $.stages",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":[1]}          | $.stages[0]",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":[{}]}         | $.stages[0].type",
        "{\"application\":\"a\",\"name\":\"a\",\"triggers\":[\"x\"]}    | $.triggers[0]",
        "{\"application\":\"a\",\"name\":\"a\",\"disabled\":\"maybe\"}  | $.disabled",
        "{\"application\":\"a\",\"name\":\"a\",\"index\":-1}            | $.index",
        "{\"application\":\"a\",\"name\":\"a\",\"maxConcurrentExecutions\":1e999999999}"
            + " | $.maxConcurrentExecutions",
        "{\"application\":\"a\",\"name\":\"a\",\"parameterConfig\":[{}]}"
            + " | $.parameterConfig[0].name",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":"
            + "[{\"type\":\"wait\",\"requisiteStageRefIds\":\"1\"}]}"
            + " | $.stages[0].requisiteStageRefIds",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":"
            + "[{\"type\":\"wait\",\"requisiteStageRefIds\":[{}]}]}"
            + " | $.stages[0].requisiteStageRefIds[0]",
        "{\"application\":\"a\",\"name\":\"a\",\"stages\":"
            + "[{\"type\":\"wait\",\"failPipeline\":[]}]} | $.stages[0].failPipeline"
      })
  void pointsAtWhatIsWrong(String document, String path) {
    List<Problem> problems = Shape.check(Documents.parse(document));

    assertThat(problems).extracting(Problem::path).contains(path);
    assertThat(problems).allSatisfy(problem -> assertThat(problem.fix()).isNotBlank());
  }

  @Test
  void leavesTheAuthorsOwnKeysAlone() {
    assertThat(
            Shape.check(
                Documents.parse(
                    """
                    {"application":"a","name":"a","stages":[],"appConfig":null,"mine":[{"x":[1]}],
                     "disabled":"${x}","triggers":null}""")))
        .isEmpty();
  }

  @Test
  void namesTheStagesThatWaitForEachOther() {
    assertThat(
            graph(
                """
                {"refId":"1","name":"Deploy","type":"x","requisiteStageRefIds":["2"]},
                {"refId":"2","name":"Judge","type":"x","requisiteStageRefIds":["1"]}"""))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("$.stages[0].requisiteStageRefIds");
              assertThat(problem.message()).contains("\"Deploy\" → \"Judge\" → \"Deploy\"");
            });
  }

  @Test
  void pointsAtReferencesToNothingAndAtDoubleRefIds() {
    assertThat(
            graph(
                """
                {"refId":"1","type":"x","requisiteStageRefIds":[]},
                {"refId":"1","type":"y","requisiteStageRefIds":["1","9"]}"""))
        .extracting(Problem::path)
        .containsExactly("$.stages[1].refId", "$.stages[1].requisiteStageRefIds[1]");
  }

  private static List<Problem> graph(String stages) {
    return GraphCheck.check(Documents.stages(Documents.parse("{\"stages\":[" + stages + "]}")));
  }
}
