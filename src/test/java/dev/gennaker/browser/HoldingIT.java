package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.exist;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.execution.ExecutionStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Stages that may start but wait: for their window, or for another attempt. */
class HoldingIT extends BrowserTest {

  @Autowired private Exhibits exhibits;

  @Test
  void startsAStageNowThatWaitsForItsWindow() {
    open(exhibits.held());
    stage("1").shouldHave(text("May start in its window"));
    stage("1").click();
    $(".run-panel").shouldHave(text("Waiting to start"), text("It may start"));
    $("#act-skip").shouldHave(text("Start now")).click();

    $("#run-state").shouldHave(text("Succeeded"));
    stage("1").shouldHave(text("Succeeded"));
  }

  @Test
  void skipsAStageThatWaitsForItsWindow() {
    String id = exhibits.held();
    open(id);
    stage("1").click();
    $("#act-pass").shouldHave(text("Skip the stage")).click();

    stage("1").shouldHave(text("Skipped"));
    $("#run-state").shouldHave(text("Succeeded"));
    assertThat(Exhibits.stage(exhibits.execution(id), "1").status())
        .isEqualTo(ExecutionStatus.SKIPPED);
  }

  @Test
  void showsTheAttemptsOfAStageThatTriesAgain() {
    open(exhibits.retrying());
    stage("1").shouldHave(text("Tries again"), text("attempt 2 of 3")).click();
    $("#run-why").shouldNotBe(visible);
    $(".run-panel").shouldHave(text("Waiting to try again"), text("Earlier attempts"));
    $("[data-test=attempt-1]").shouldHave(text("6 > 7"));
    $("[data-test=attempt-2]").shouldNot(exist);
    $("#act-skip").click();

    $("[data-test=attempt-2]").shouldBe(visible);
    $(".run-panel").shouldHave(text("attempt 3 of 3"));
    $("#act-skip").click();
    $("#run-state").shouldHave(text("Failed"));
    $(".run-panel").shouldHave(text("Failed, attempt 3"));
  }

  private static void open(String id) {
    signIn("demo");
    go("/executions/" + id);
    stage("1").shouldBe(visible);
  }

  private static SelenideElement stage(String refId) {
    return $("[data-stage='" + refId + "']");
  }
}
