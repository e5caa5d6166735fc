package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.awaitility.Awaitility.await;

import com.codeborne.selenide.Selenide;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/**
 * How soon large clusters are on the screen, by the browser's own clock: first content, filters,
 * and a change while many others happen. The clusters run elsewhere and are full already. {@code
 * bench/inventory} runs it; it is not part of the tests.
 */
@Tag("bench")
class LargeClusters extends BrowserTest {

  private static final int ROUNDS = 20;
  private static final int WARM_UP = 20;
  private static final int CHANGES = 220;
  private static final int EVENTS_PER_SECOND = 20;
  private static final String GROUP = "service-0000-v000";

  /** Follows a link inside the page; resolves with the milliseconds to the frame that shows it. */
  private static final String FOLLOW =
      """
      const [href, wanted, sum] = arguments;
      const done = arguments[arguments.length - 1];
      const link = document.createElement('a');
      link.href = href;
      document.querySelector('.main').append(link);
      const begun = performance.now();
      const look = () => {
        const row = document.querySelector(wanted);
        const fits = !sum || document.querySelector('.sum')?.textContent.startsWith(sum);
        const there = location.href.endsWith('/' + href);
        if (!there || !row || row.offsetHeight === 0 || !fits) {
          requestAnimationFrame(look);
          return;
        }
        link.remove();
        requestAnimationFrame(() => {
          const painted = performance.now() - begun;
          const answers = performance.getEntriesByType('resource')
            .filter((e) => e.name.includes('v-r=uidl') && e.startTime >= begun);
          done([painted, answers.length ? answers[0].responseEnd - begun : 0]);
        });
      };
      performance.clearResourceTimings();
      link.click();
      requestAnimationFrame(look);
      """;

  /** Resolves with the milliseconds from sending the change to the frame that shows it. */
  private static final String CHANGE =
      """
      const [cluster, task, healthy, group] = arguments;
      const done = arguments[arguments.length - 1];
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

  @Autowired private Clouds clouds;

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @Test
  void measures() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> clouds.running().stream().map(ServerGroup::location).distinct().count() == 2);
    signIn("demo");
    Browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    System.out.printf("|%-62s %9s %9s %9s%n", "milliseconds", "median", "99 %", "worst");
    long services = clouds.running().stream().map(ServerGroup::path).distinct().count();
    Stop home = new Stop("applications", ".main h1", "");
    Stop all = new Stop("clusters/dcos-east", "a.sg", "%,d clusters".formatted(services));
    Stop some = new Stop("clusters/dcos-east?q=service-01", "a.sg", "100 clusters");
    Stop matrix = new Stop("matrix", ".mc a", "%,d services".formatted(services));
    Stop part = new Stop("matrix?q=service-01", ".mc a", "100 services");
    Stop tree =
        new Stop("clusters/dcos-east/groups", ".gl a", "%,d server groups".formatted(services));
    rounds("clusters page, first content", home, all);
    rounds("clusters page, filtered", all, some);
    rounds("groups as a tree, first content", home, tree);
    rounds("what runs where, first content", home, matrix);
    rounds("what runs where, filtered", matrix, part);
    go("/clusters/dcos-east");
    $("[data-test='sg-" + GROUP + "']").shouldBe(visible);
    changes("a change to the screen, nothing else going on", 70);
    try (ScheduledExecutorService storm = Executors.newSingleThreadScheduledExecutor();
        HttpClient http = HttpClient.newHttpClient()) {
      AtomicInteger sent = new AtomicInteger();
      List<String> tasks = noisy();
      var _ =
          storm.scheduleAtFixedRate(
              () -> toggle(http, tasks, sent.getAndIncrement()),
              0,
              1000 / EVENTS_PER_SECOND,
              TimeUnit.MILLISECONDS);
      changes("a change to the screen, %d others a second".formatted(EVENTS_PER_SECOND), CHANGES);
      storm.shutdownNow();
    }
    Selenide.closeWebDriver();
  }

  /**
   * A page, and how one sees that it is there.
   *
   * @param wanted selects its first content
   * @param sum how the sentence beside its title begins; empty for any
   */
  private record Stop(String href, String wanted, String sum) {}

  /** There and back again; only the way to the second one counts. */
  private static void rounds(String what, Stop from, Stop to) {
    List<Double> painted = new ArrayList<>();
    List<Double> answered = new ArrayList<>();
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      follow(from);
      List<?> took = follow(to);
      if (round >= WARM_UP) {
        painted.add(((Number) took.getFirst()).doubleValue());
        answered.add(((Number) took.getLast()).doubleValue());
      }
    }
    print(what, painted);
    print("  of it the server's answer", answered);
  }

  private static List<?> follow(Stop stop) {
    Object took =
        Browser.driver().executeAsyncScript(FOLLOW, stop.href(), stop.wanted(), stop.sum());
    Browser.settle();
    return (List<?>) took;
  }

  private void changes(String what, int number) {
    String task = Tasks.firstOf(east, "/seed/team-0/" + GROUP);
    List<Double> millis = new ArrayList<>();
    for (int round = 0; round < number; round++) {
      Object took =
          Browser.driver().executeAsyncScript(CHANGE, east.toString(), task, round % 2 == 1, GROUP);
      if (round >= WARM_UP) {
        millis.add(((Number) took).doubleValue());
      }
    }
    print(what, millis);
  }

  /** Tasks of other apps with health checks, spread over the cluster. */
  private List<String> noisy() {
    return IntStream.range(1, 200)
        .mapToObj(i -> "/seed/team-%d/service-%04d-v000".formatted(i * 2 / 20, i * 2))
        .map(app -> Tasks.firstOf(east, app))
        .toList();
  }

  /** Makes one ill, and well again the next time. */
  private void toggle(HttpClient http, List<String> tasks, int number) {
    boolean healthy = number / tasks.size() % 2 == 1;
    http.sendAsync(
        HttpRequest.newBuilder(
                URI.create(east + "/simulator/tasks/" + tasks.get(number % tasks.size())))
            .POST(BodyPublishers.ofString("{\"healthy\": " + healthy + "}"))
            .build(),
        BodyHandlers.discarding());
  }

  private static void print(String what, List<Double> millis) {
    List<Double> sorted = new ArrayList<>(millis);
    Collections.sort(sorted);
    int last = sorted.size() - 1;
    System.out.printf(
        "|%-62s %9.0f %9.0f %9.0f%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.get((int) Math.floor(last * 0.99)),
        sorted.get(last));
  }
}
