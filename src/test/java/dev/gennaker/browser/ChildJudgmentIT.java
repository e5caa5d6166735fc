package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

import dev.gennaker.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a run that was started by another one asks can be answered on the other one's page. */
class ChildJudgmentIT extends BrowserTest {

  @Autowired private Exhibits exhibits;

  @Test
  void answersFromTheParentsPage() {
    Pipeline child =
        exhibits.pipeline(
            "Asked child",
            """
            {"refId": "1", "type": "manualJudgment", "name": "Child asks", "requisiteStageRefIds": [],
             "instructions": "Is the **child** fine?"}""");
    String parent =
        exhibits.run(
            "Asking parent",
            """
            {"refId": "1", "type": "pipeline", "name": "Run the child", "requisiteStageRefIds": [],
             "application": "gallery", "pipeline": "%s", "waitForCompletion": true}"""
                .formatted(child.id()));
    signIn("demo");
    go("/executions/" + parent);
    $("[data-stage='1']").shouldHave(text("Waits for Asked child")).click();
    $(".run-panel").shouldHave(text("Waiting for you"), text("Is the child fine?"));
    $("[data-test=child-run]").shouldBe(visible);
    $("#approve").click();
    $("#run-state").shouldHave(text("Succeeded"));

    $("[data-test=child-run]").click();
    $(".run-head").shouldHave(text("Asked child"), text("for run of Asking parent"));
    $("#run-state").shouldHave(text("Succeeded"));
    $(".run-head a[href$='" + parent + "']").click();
    webdriver().shouldHave(urlContaining(parent));
  }
}
