package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.pipeline.Pipeline;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** A rolling red/black as people make it: drawn in the form, planned, and watched step by step. */
class RollingRedBlackIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(90);

  @Autowired private Exhibits exhibits;

  @Test
  void isDrawnInTheFormAndWatchedStepByStep() {
    String first = exhibits.run("Before the roll", deploy("roll", ""));
    signIn("demo");
    go("/executions/" + first);
    $("#run-state").shouldHave(text("Succeeded"), RUN);

    Pipeline pipeline = exhibits.pipeline("Roll", deploy("roll", ""));
    go(Exhibits.editor(pipeline) + "?stage=1");
    $("#strategy").shouldBe(visible).scrollIntoView(true).click();
    $$("vaadin-select-item").findBy(text("Rolling red/black")).click();
    field("Steps").setValue("25, 50").sendKeys(Keys.TAB);
    field("Wait at every step").setValue("3").sendKeys(Keys.TAB);
    $$("vaadin-checkbox").findBy(text("Go back and disable the new one")).$("input").click();
    assertThat(Accessibility.violations()).isEmpty();
    $("[data-stage='1']").shouldHave(text("rolling red/black 25, 50, 100 %"));
    Browser.photograph("rolling-red-black-form");
    Browser.settle();
    $("[data-test=save]").click();
    $(".ed-bar .tag").shouldHave(text("rev 2"));

    go(Exhibits.plan(pipeline));
    $("[data-test=plan-1]").shouldBe(visible);
    $("body").shouldHave(text("Resizes gallery-roll-v000 in dcos-east from 4 to 3 instances"));
    Browser.photograph("rolling-red-black-plan");

    $("#start-planned").click();
    webdriver().shouldHave(urlContaining("/executions/"));
    String run = URI.create(webdriver().driver().url()).getPath();
    $("run-timeline").shouldHave(text("Shrink v000 to 3 of 4"), RUN);
    Browser.photograph("rolling-red-black-run");
    $("run-timeline").shouldHave(text("Grow v001 to 4 of 4 (100 %)"), RUN);
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    go(run + "?stage=1");
    Browser.photograph("rolling-red-black-done");
    go("/clusters/dcos-east?q=gallery-roll");
    $("[data-test='sg-gallery-roll-v000']").shouldHave(text("disabled"), text("0/4"));
    $("[data-test='sg-gallery-roll-v001']").shouldHave(text("4/4"));
  }

  @Test
  void goesBackWhenSomebodyStopsTheCanary() {
    exhibits.ended(exhibits.pipeline("Before the canary", deploy("bird", "")), "1");
    String run =
        "/executions/"
            + exhibits.run(
                "Canary",
                deploy(
                    "bird",
                    """
                    "strategy": "canary", "canarySteps": [{"percentage": 25, "judgment": true}],"""));
    signIn("demo");
    go(run);
    $("run-timeline").shouldHave(text("Canary at 25 %: go on?"), RUN);
    go("/inbox");
    $$("[data-test^='judgment-']")
        .findBy(text("Canary at 25 %"))
        .$("[data-test=stop]")
        .shouldBe(visible, RUN)
        .click();
    $("[data-test=reason] textarea").setValue("Too many errors");
    $("[data-test=decision] [data-test=stop]").click();

    go(run);
    $("#run-state").shouldHave(text("Failed"), RUN);
    $("run-timeline").shouldHave(text("Bring v000 back to 4"), text("Disable v001"));
    Browser.photograph("canary-stopped");
    go("/clusters/dcos-east?q=gallery-bird");
    $("[data-test='sg-gallery-bird-v000']").shouldHave(text("4/4"));
    $("[data-test='sg-gallery-bird-v001']").shouldHave(text("disabled"));
  }

  private static SelenideElement field(String label) {
    return $$("vaadin-text-field").findBy(text(label)).$("input");
  }

  private static String deploy(String stack, String strategy) {
    return """
        {"refId": "1", "type": "deploy", "name": "Deploy", "requisiteStageRefIds": [],
         "clusters": [{"account": "demo", "cloudProvider": "dcos", "region": "dcos-east", %s
           "application": "gallery", "stack": "%s", "desiredCapacity": 4, "cpus": 0.1, "mem": 32,
           "docker": {"image": {"imageId": "registry.local/shop/pay:3.2.0"}}}]}"""
        .formatted(strategy, stack);
  }
}
