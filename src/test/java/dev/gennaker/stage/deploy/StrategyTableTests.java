package dev.gennaker.stage.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.operation.CloudStages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every row of {@code docs/strategies.md} is so, also when every look is made twice. */
class StrategyTableTests {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final MemoryCloud cloud = new MemoryCloud();
  private final CloudStages stages = new CloudStages(cloud).crashing();

  static Stream<Arguments> orders() throws IOException {
    return rows("What happens, in order", 3);
  }

  static Stream<Arguments> failures() throws IOException {
    return rows("When something fails", 5);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void happensInThatOrder(String strategy, String settings, String expected) {
    passing();

    Outcome outcome = run(strategy, settings, Map.of());

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(String.join(" → ", stages.names)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failsLikeThat(String strategy, String settings, String fails, String then, String left) {
    passing();
    if (fails.startsWith("Deploy")) {
      cloud.failing(Operation.Deploy.class, "It says no.");
    } else {
      stages.failing(fails, "It says no.");
    }

    Outcome outcome = run(strategy, settings, Map.of("onFailure", true));

    assertThat(((Outcome.Failed) outcome).reason()).contains("It says no.");
    int at = stages.names.indexOf(fails);
    assertThat(String.join(" → ", stages.names.subList(at + 1, stages.names.size())))
        .isEqualTo(then);
    assertThat(String.join(", ", cloud.names("east"))).isEqualTo(left);
    if (left.contains("disabled")) {
      assertThat(cloud.get("east", "shop-web-v001").rememberedSize()).isPositive();
    }
  }

  private void passing() {
    for (String type : List.of("pipeline", "manualJudgment", "checkPreconditions")) {
      stages.answers.put(type, any -> Outcome.done());
    }
  }

  private Outcome run(String strategy, String settings, Map<String, Object> rollback) {
    cloud.add("east", "shop-web-v000", "shop/web:1", 4);
    Map<String, Object> entry = new HashMap<>(DeployTests.entry("strategy", strategy));
    entry.put("capacity", Map.of("desired", 4));
    entry.put("rollback", rollback);
    entry.putAll(JsonMapper.shared().readValue("{" + settings + "}", MAP));
    return stages.run("deploy", Map.of("clusters", List.of(entry)));
  }

  private static Stream<Arguments> rows(String heading, int cells) throws IOException {
    return Files.readAllLines(Path.of("docs/strategies.md")).stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> cells(line, cells));
  }

  private static Arguments cells(String line, int count) {
    Object[] cells =
        Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
            .map(cell -> cell.strip().replaceAll("^`|`$|^–$", ""))
            .toArray();
    assertThat(cells).hasSize(count);
    return Arguments.of(cells);
  }
}
