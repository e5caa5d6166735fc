package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.executeAsyncJavaScript;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** A stage that failed runs again with other settings; what happened can be taken along. */
class ChangedRestartIT extends BrowserTest {

  @Autowired private Exhibits exhibits;

  @Test
  void runsAgainWithChangedInputsAfterShowingWhatRunsAgain() {
    String id = exhibits.misconfigured();
    signIn("demo");
    go("/executions/" + id + "?stage=2");
    $("#run-state").shouldHave(text("Failed"));
    $("#act-retry").click();
    $(".restart")
        .shouldHave(
            text("Runs again: Soak, Last."), text("Keeps its results: First."), text("had"));
    $(".restart [data-stage='3']").shouldHave(text("Runs again"));
    $(".restart [data-stage='1']").shouldHave(text("Succeeded"));
    $("[data-test=change-inputs] summary").click();
    $(".restart [data-field=waitTime] input").shouldBe(visible).setValue("0").sendKeys(Keys.TAB);
    $(".restart").shouldHave(text("1 setting changed: waitTime"));
    $("#confirm").click();

    $("#run-state").shouldHave(text("Succeeded"));
    $(".run-panel").shouldHave(text("Succeeded, attempt 2"), text("Earlier attempts"));
    Execution run = exhibits.execution(id);
    assertThat(Exhibits.stage(run, "1").attempt()).isOne();
    assertThat(
            exhibits.executions().events(id, Exhibits.DEMO).stream()
                .filter(ExecutionEvent.Restarted.class::isInstance)
                .map(event -> ((ExecutionEvent.Restarted) event).changed()))
        .containsExactly(Map.of("waitTime", "0"));
  }

  @Test
  void givesAwayAllThatHappenedAsAFile() {
    String id = exhibits.failed();
    signIn("demo");
    go("/executions/" + id);
    $("#more-run").click();
    $("#download-run").shouldBe(visible);
    String file =
        executeAsyncJavaScript(
            "fetch(document.querySelector('#download-run').href).then(r => r.text()).then(arguments[0])");

    assertThat(file).contains(id).contains("stageEnded");
  }
}
