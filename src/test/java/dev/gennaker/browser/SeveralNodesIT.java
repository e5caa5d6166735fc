package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.codeborne.selenide.Condition;
import com.codeborne.selenide.Selenide;
import dev.gennaker.database.StoppablePostgres;
import dev.gennaker.product.Gate;
import dev.gennaker.product.Product;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL: somebody watches at one of them what happens at the other. */
class SeveralNodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PIPELINE =
      """
      {"application": "shop", "name": "Ask", "stages": [
        {"refId": "1", "requisiteStageRefIds": [], "type": "manualJudgment", "name": "Go west?"}]}
      """;

  /** Kept after the test: the logs tell what happened. */
  private final Path data = Path.of("target/several-nodes/" + UUID.randomUUID());

  @BeforeEach
  void needsABrowser() {
    assumeTrue(Browser.isInstalled(), "Chromium is not installed; bin/test installs it");
  }

  @Test
  void aPageShowsWhatWasDoneAtTheOtherNodeAndSurvivesTheDatabaseAndThatNode() throws IOException {
    try (StoppablePostgres postgres = new StoppablePostgres(data.resolve("postgres"));
        SimulatedCluster cluster = SimulatedCluster.start(SimulatorSettings.defaults());
        Product watched = node("watched", postgres, cluster);
        Product other = node("other", postgres, cluster)) {
      Gate gate = new Gate(other.url(), "demo");
      gate.post("/api/pipelines", PIPELINE);
      String first = open(watched, gate);

      answer(gate, first);
      $("#run-state").shouldHave(text("Succeeded"));

      String second = open(watched, gate);
      postgres.stop();
      $("[data-test=database-lost]").shouldHave(text("The database does not answer since"));
      Browser.photograph("database-lost");
      assertThatThrownBy(() -> gate.get("/api" + second)).hasMessageContaining("answered 503");

      postgres.startAgain();
      $("[data-test=database-lost]").shouldNotBe(visible, PATIENCE);
      answer(gate, second);
      $("#run-state").shouldHave(text("Succeeded"), PATIENCE);

      String third = open(watched, gate);
      other.kill();
      answer(new Gate(watched.url(), "demo"), third);
      $("#run-state").shouldHave(text("Succeeded"), PATIENCE);
    } finally {
      Selenide.closeWebDriver();
    }
  }

  /** Starts a run at one node and opens its page at the other; its address. */
  private static String open(Product watched, Gate gate) {
    String run = gate.post("/api/pipelines/shop/Ask", "{}").path("ref").asString();
    Browser.use(watched.port());
    BrowserTest.signIn("demo");
    BrowserTest.go("/executions/" + run.substring(run.lastIndexOf('/') + 1));
    $("run-timeline").shouldHave(text("Go west?"));
    $("[data-stage='1']").shouldHave(text("Waiting for you"), PATIENCE);
    $("#run-state").shouldNotHave(text("Succeeded")).shouldBe(Condition.visible);
    return run;
  }

  private static void answer(Gate gate, String run) {
    String stage = gate.get("/api" + run).path("stages").path(0).path("id").asString();
    gate.patch("/api" + run + "/stages/" + stage, "{\"judgmentStatus\": \"continue\"}");
  }

  private Product node(String name, StoppablePostgres postgres, SimulatedCluster cluster) {
    return new Product(
        data.resolve(name),
        Stream.concat(
                Stream.of(postgres.database().properties()).map(property -> "--" + property),
                Stream.of(
                    "--gennaker.node.name=" + name,
                    "--gennaker.demo.history=false",
                    "--gennaker.demo.simulator-urls="
                        + cluster.baseUrl()
                        + ","
                        + cluster.baseUrl()))
            .toArray(String[]::new));
  }
}
