package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;

import com.codeborne.selenide.Selenide;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/**
 * How long from a change in a cluster until it is painted, measured by the browser's own clock: it
 * tells the simulated cluster to make an instance ill or well again, and waits for the picture of
 * the server group to say so. {@code bench/latency} runs it; it is not part of the tests.
 */
@Tag("bench")
class ScreenLatency extends BrowserTest {

  private static final int ROUNDS = 50;
  private static final String GROUP = "shop-prod-search-v031";

  /** Resolves with the milliseconds from sending the change to the frame that shows it. */
  private static final String ROUND =
      """
      const [cluster, task, healthy, group] = arguments;
      const done = arguments[arguments.length - 1];
      // The list reuses its rows: the one of the group is looked for each time.
      const picture = () =>
        document.querySelector(`[data-test="sg-${group}"] .bl`)?.getAttribute('aria-label');
      const before = picture();
      const observer = new MutationObserver(() => {
        if ((picture() ?? before) !== before) {
          observer.disconnect();
          requestAnimationFrame(() => done(performance.now() - begun));
        }
      });
      observer.observe(document.querySelector('.board'), { subtree: true, childList: true, attributes: true });
      const begun = performance.now();
      fetch(`${cluster}/simulator/tasks/${task}`,
        { method: 'POST', mode: 'no-cors', body: JSON.stringify({ healthy }) });
      """;

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI cluster;

  @Test
  void measures() {
    signIn("demo");
    go("/applications/shop/clusters");
    $("[data-test='sg-" + GROUP + "']").shouldBe(visible);
    String task = Tasks.firstOf(cluster, "/demo/" + GROUP);
    Browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(30));

    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      millis.add(
          ((Number)
                  Browser.driver()
                      .executeAsyncScript(ROUND, cluster.toString(), task, round % 2 == 1, GROUP))
              .doubleValue());
    }

    millis.sort(null);
    System.out.printf(
        "%nFrom a change in a cluster to the screen, %d rounds: median %.0f ms, 90%% within %.0f ms, worst %.0f ms%n%n",
        ROUNDS, millis.get(ROUNDS / 2), millis.get(ROUNDS * 9 / 10), millis.getLast());
    Selenide.closeWebDriver();
  }
}
