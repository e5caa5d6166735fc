package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.awaitility.Awaitility.await;

import com.codeborne.selenide.Selenide;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long big runs take to open: reading them, the server's answer with the whole page, and the
 * picture in the browser, by its own clock. {@code bench/runs} runs it; it is not part of the
 * tests.
 */
@Tag("bench")
class BigRuns extends BrowserTest {

  private static final int ROUNDS = 15;
  private static final int WARM_UP = 5;

  /**
   * Follows a link inside the page; resolves with the milliseconds until the server has answered
   * and until the frame that shows the graph.
   */
  private static final String OPEN =
      """
      const [href] = arguments;
      const done = arguments[arguments.length - 1];
      performance.clearResourceTimings();
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('.main').append(link);
      const begun = performance.now();
      const shown = () => {
        const nodes = [...document.querySelectorAll('pipeline-graph .react-flow__node-stage')];
        if (!location.pathname.endsWith(href) || !nodes.some((n) => n.offsetWidth > 0
            && getComputedStyle(n).visibility === 'visible')) {
          requestAnimationFrame(shown);
          return;
        }
        requestAnimationFrame(() => {
          const painted = performance.now() - begun;
          const answers = performance.getEntriesByType('resource')
            .filter((e) => e.name.includes('v-r=uidl') && e.startTime >= begun);
          const answered = answers.length ? answers[0].responseEnd - begun : -1;
          done([answered, painted, nodes.length]);
        });
      };
      link.click();
      requestAnimationFrame(shown);
      """;

  @Autowired private Exhibits exhibits;
  @Autowired private Executions executions;

  @Test
  void measures() {
    String wide = exhibits.run("Wide", stages(25, 20));
    String chatty = exhibits.run("Chatty", waits());
    ended(wide);
    say(chatty, 1_000);
    signIn("demo");
    Browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    System.out.printf("%n%-56s %10s %10s%n", "milliseconds", "median", "worst");
    measure("500 stages, %,d events".formatted(events(wide)), wide);
    measure("3 stages, %,d events".formatted(events(chatty)), chatty);
    executions.cancel(chatty, "measured", Exhibits.DEMO);
    Selenide.closeWebDriver();
  }

  private void measure(String name, String id) {
    List<Double> read = new ArrayList<>();
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      long from = System.nanoTime();
      executions.find(id, Exhibits.DEMO).orElseThrow();
      executions.events(id, Exhibits.DEMO);
      read.add((System.nanoTime() - from) / 1e6);
    }
    print(name + ": read", read);
    open(id, "a fresh tab", () -> go("/settings"));
    open(id, "a tab that showed a run before", () -> follow("settings"));
  }

  /** Opens it from the settings, which somebody went to in some way. */
  private static void open(String id, String from, Runnable settings) {
    List<Double> answered = new ArrayList<>();
    List<Double> painted = new ArrayList<>();
    for (int round = 0; round < ROUNDS + WARM_UP; round++) {
      settings.run();
      $(".settings").shouldBe(visible);
      Browser.settle();
      List<?> millis = (List<?>) Browser.driver().executeAsyncScript(OPEN, "executions/" + id);
      answered.add(((Number) millis.get(0)).doubleValue());
      painted.add(((Number) millis.get(1)).doubleValue());
    }
    print("  the server's answer, from " + from, answered);
    print("  the graph is painted, from " + from, painted);
  }

  private static void follow(String href) {
    Browser.driver()
        .executeScript(
            """
            const link = document.createElement('a');
            link.href = arguments[0];
            document.querySelector('.main').append(link);
            link.click();
            """,
            href);
  }

  private static void print(String name, List<Double> millis) {
    List<Double> warm = millis.subList(WARM_UP, millis.size()).stream().sorted().toList();
    System.out.printf("%-56s %10.0f %10.0f%n", name, warm.get(warm.size() / 2), warm.getLast());
  }

  private int events(String id) {
    return executions.events(id, Exhibits.DEMO).size();
  }

  private Execution ended(String id) {
    return await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> exhibits.execution(id), run -> run.status().isComplete());
  }

  /** Says something to the stage that waits, until the journal has that many events. */
  private void say(String id, int most) {
    String stage =
        await()
            .until(
                () ->
                    exhibits.execution(id).stages().stream()
                        .filter(s -> s.refId().equals("2") && s.startedAt() != null)
                        .findFirst()
                        .map(s -> s.id())
                        .orElse(""),
                found -> !found.isEmpty());
    for (int i = 0; events(id) < most; i++) {
      for (int j = 0; j < 50; j++) {
        executions.signal(id, stage, Map.of("note", "%d.%d".formatted(i, j)), Exhibits.DEMO);
      }
    }
  }

  /** Layers, each stage after the one before it and a neighbour. */
  private static String stages(int layers, int width) {
    return IntStream.range(0, layers * width)
        .mapToObj(
            i ->
                """
                {"refId": "%d", "type": "wait", "name": "Stage %d", "waitTime": 0, "requisiteStageRefIds": [%s]}"""
                    .formatted(i, i, i < width ? "" : before(i, width)))
        .collect(Collectors.joining(",\n"));
  }

  private static String before(int stage, int width) {
    int above = stage - width;
    return stage % width == 0
        ? "\"%d\"".formatted(above)
        : "\"%d\", \"%d\"".formatted(above, above - 1);
  }

  private static String waits() {
    return """
        {"refId": "1", "type": "wait", "name": "Short", "requisiteStageRefIds": [], "waitTime": 0},
        {"refId": "2", "type": "wait", "name": "Long", "requisiteStageRefIds": ["1"], "waitTime": 3600},
        {"refId": "3", "type": "wait", "name": "Last", "requisiteStageRefIds": ["2"], "waitTime": 0}""";
  }
}
