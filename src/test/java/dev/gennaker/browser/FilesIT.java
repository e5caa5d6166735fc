package dev.gennaker.browser;

import static com.codeborne.selenide.CollectionCondition.sizeGreaterThan;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.ElementsCollection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What tasks write: live, back to its beginning, and after a task has failed. */
class FilesIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String APP = "/demo/shop-prod-search-v031";

  /** The numbers of the lines that are shown. */
  private static final String NUMBERS =
      """
      return [...document.querySelectorAll('log-view .ln')].map(l => /#(\\d+) GET/.exec(l.textContent))
        .map(m => m ? Number(m[1]) : -1);""";

  @Autowired private Exhibits exhibits;

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @AfterEach
  void writesAsBefore() {
    Tasks.knob(
        east, APP, "{\"SIM_LOG_RATE\": null, \"SIM_LOG_LINES\": null, \"SIM_LOG_ROTATE\": null}");
  }

  private static ElementsCollection lines() {
    return $$("log-view .ln");
  }

  private static List<Long> numbers() {
    return ((List<?>) Browser.driver().executeScript(NUMBERS))
        .stream().map(number -> ((Number) number).longValue()).toList();
  }

  private static void consecutive() {
    List<Long> numbers = numbers();
    for (int i = 1; i < numbers.size(); i++) {
      assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
    }
  }

  /** Another task for each test: pages of the one before may still be looked at for a while. */
  private String open(int which, String knobs) {
    Tasks.knob(east, APP, knobs);
    String task = Tasks.of(east, APP).get(which);
    signIn("demo");
    go("/clusters/dcos-east/tasks/" + task + "/files");
    lines().shouldHave(sizeGreaterThan(5));
    return task;
  }

  @Test
  void opensFromATask() {
    String task = Tasks.firstOf(east, APP);
    signIn("demo");
    go("/clusters/dcos-east?sg=demo:dcos-east:shop-prod-search-v031&tab=tasks");
    $("[data-test='logs-" + task + "']").click();
    $("log-view").shouldHave(text("GET /"));
    $(".fhead").shouldHave(text("shop on dcos-east"));
  }

  @Test
  void growsWhileOneFollowsAndWaitsWhileOneReads() {
    open(1, "{\"SIM_LOG_RATE\": \"5\"}");
    int before = lines().size();
    lines().shouldHave(sizeGreaterThan(before + 5));
    Browser.photograph("files-live");

    $("[data-test=follow]").click();
    $("[data-test=follow]").shouldHave(attribute("aria-pressed", "false"));
    Browser.settle();
    int paused = lines().size();
    $("[data-test=follow]").click();
    lines().shouldHave(sizeGreaterThan(paused));
    consecutive();
  }

  @Test
  void goesBackToTheBeginning() {
    open(2, "{\"SIM_LOG_LINES\": \"1500\"}");
    int before = lines().size();
    assertThat(before).isLessThan(800);
    $("[data-test=older]").click();
    lines().shouldHave(sizeGreaterThan(before + 500));
    $("[data-test=older]").click();
    $("log-view .ltop").shouldHave(text("Start of the file"));
    consecutive();
    assertThat(numbers().getFirst()).isZero();

    $("log-view input").setValue("#7 GET").sendKeys(Keys.ENTER);
    $("log-view .ln.at").shouldHave(text("#7 GET")).shouldBe(visible);
    $("log-view .lbar").shouldHave(text("1 of 1"));
    $("[data-test=wrap]").click();
    Browser.photograph("files-search");
  }

  @Test
  void losesNothingWhenTheFileIsRotated() {
    open(3, "{\"SIM_LOG_RATE\": \"20\", \"SIM_LOG_ROTATE\": \"9600\"}");
    $("log-view .nt").shouldHave(text("stdout was rotated"), RUN);
    lines().shouldHave(sizeGreaterThan(120), RUN);
    consecutive();
  }

  @Test
  void looksThroughTheSandboxAndDownloads() {
    String task = open(4, "{}");
    $("[data-test=file-conf]").click();
    $("[data-test='file-conf/app.properties']").click();
    $("log-view").shouldHave(text("task=" + task));
    $(".fway").shouldHave(text("conf"));
    Object got =
        Browser.driver()
            .executeAsyncScript(
                "const done = arguments[0]; fetch(document.querySelector('[data-test=download]').href)"
                    + ".then(r => r.text().then(t => done(r.status + ' ' + t)))");
    assertThat(String.valueOf(got)).startsWith("200 task=" + task);
  }

  @Test
  void keepsTheLastLinesOfAJobThatFailed() {
    String id =
        exhibits.run(
            "Job that says why",
            """
            {"refId": "1", "type": "runJob", "name": "Migrate", "requisiteStageRefIds": [],
             "cloudProvider": "dcos", "credentials": "demo", "region": "dcos-east",
             "general": {"id": "says", "cmd": "./migrate", "cpus": 0.1, "mem": 64},
             "docker": {"image": "shop/migrate:7"},
             "labels": {"SIM_EXIT_CODE": "3", "SIM_LAST_LINE": "table users is locked"}}""");
    signIn("demo");
    go("/executions/" + id);
    $("#run-state").shouldHave(text("Failed"), RUN);
    $("[data-stage='1']").click();
    $("[data-test=last-lines]").shouldHave(text("table users is locked"));
    Browser.photograph("run-last-lines");
    $("[data-test=all-files]").click();
    $("log-view").shouldHave(text("table users is locked"));
    $("[data-test=open-stderr]").shouldHave(attribute("aria-current", "page"));
  }
}
