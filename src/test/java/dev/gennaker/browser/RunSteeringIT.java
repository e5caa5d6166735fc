package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.execution.ExecutionEvent;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.StartRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** What people do with a run while it runs, and after it failed. */
class RunSteeringIT extends BrowserTest {

  private static final String TWO_WAITS =
      """
      {"refId": "1", "type": "wait", "name": "Long", "requisiteStageRefIds": [], "waitTime": 3600},
      {"refId": "2", "type": "wait", "name": "Then", "requisiteStageRefIds": ["1"], "waitTime": 0}""";

  @Autowired private Exhibits exhibits;

  @Value("${gennaker.dcos.clusters[1].dcos-url}")
  private URI west;

  @Test
  void pausesResumesAndSkipsAWait() {
    open(exhibits.run("Paused", TWO_WAITS));
    state().shouldHave(text("Running"));
    $("#pause-run").click();
    state().shouldHave(text("Paused"));
    $("#run-why").shouldHave(text("Paused by demo"));
    $("#pause-run").shouldNotBe(visible);

    $("#resume-run").click();
    state().shouldHave(text("Running"));
    $("#run-why").shouldNotBe(visible);
    stage("1").click();
    $("#act-skip").click();
    state().shouldHave(text("Succeeded"));
    stage("2").shouldHave(text("Succeeded"));
    $("#pause-run").shouldNotBe(visible);
    $("#cancel-run").shouldNotBe(visible);
  }

  @Test
  void skipsAWaitByKeyboard() {
    open(exhibits.run("Skipped", TWO_WAITS));
    stage("1").click();
    $(".run-panel").shouldHave(text("Skip the wait"));
    $("[data-focus=board]").sendKeys("s");

    state().shouldHave(text("Succeeded"));
  }

  @Test
  void cancelsAfterAskingAndSaysWhoAndWhy() {
    String id = exhibits.run("Cancelled", TWO_WAITS);
    open(id);
    $("#cancel-run").click();
    $("#reason textarea").shouldBe(visible).setValue("not today");
    $("#confirm").click();

    state().shouldHave(text("Cancelled"));
    $("#run-why").shouldHave(text("Cancelled by demo: not today"));
    stage("1").shouldHave(text("Cancelled"));
    stage("2").shouldHave(text("Not reached"));
    assertThat(exhibits.execution(id).status()).isEqualTo(ExecutionStatus.CANCELED);
  }

  @Test
  void runsAgainFromAStageAndKeepsWhatWasBefore() {
    String id = exhibits.failed();
    open(id);
    state().shouldHave(text("Failed"));
    $("#run-why").shouldHave(text("1 stage after it was not reached"));
    stage("2").click();
    $("#act-retry").click();
    $("vaadin-dialog[opened]").shouldHave(text("Runs again: Six are enough, After."));
    $("#confirm").click();

    $(".run-panel").shouldHave(text("Failed, attempt 2"));
    assertThat(Exhibits.stage(exhibits.execution(id), "1").attempt()).isEqualTo(1);
  }

  @Test
  void looksAtOnceAtWhatWaits() {
    String app = "/demo/shop-prod-search-v030";
    Tasks.knob(west, app, "{\"SIM_NO_OFFERS\": \"true\"}");
    String id =
        exhibits
            .executions()
            .start(
                StartRequest.adHoc(
                    "shop",
                    "Resize search",
                    List.of(
                        Map.of(
                            "refId",
                            "1",
                            "name",
                            "More of it",
                            "type",
                            "resizeServerGroup",
                            "action",
                            "scale_exact",
                            "cloudProvider",
                            "dcos",
                            "credentials",
                            "demo",
                            "region",
                            "dcos-west",
                            "serverGroupName",
                            "shop-prod-search-v030",
                            "capacity",
                            Map.of("min", 9, "max", 9, "desired", 9)))),
                Exhibits.DEMO);
    open(id);
    stage("1").click();
    $("#act-again").shouldHave(text("Try now")).click();

    $(".run-panel").shouldHave(text("8 of 9"));
    assertThat(exhibits.executions().events(id, Exhibits.DEMO))
        .hasAtLeastOneElementOfType(ExecutionEvent.Signalled.class);
    Tasks.knob(west, app, "{\"SIM_NO_OFFERS\": null}");
    state().shouldHave(text("Succeeded"), java.time.Duration.ofMinutes(1));
  }

  private static void open(String id) {
    signIn("demo");
    go("/executions/" + id);
    stage("1").shouldBe(visible);
  }

  private static SelenideElement state() {
    return $("#run-state");
  }

  private static SelenideElement stage(String refId) {
    return $("[data-stage='" + refId + "']");
  }
}
