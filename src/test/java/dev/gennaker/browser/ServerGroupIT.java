package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codeborne.selenide.SelenideElement;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Value;

/** Changing what runs by hand: every change asks first and is a run that can be followed. */
class ServerGroupIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String SMALL = "shop-test-search-v033";
  private static final String LARGE = "shop-prod-search-v031";

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @Test
  void resizesAfterAskingAndFollowsTheRun() {
    open(SMALL);
    $("[data-test=do-resize]").click();
    dialog().shouldHave(text("Resize " + SMALL), text("1 wanted now, 1 up"));
    SelenideElement size = $("[data-test=resize-to] input");
    size.setValue("-1").sendKeys(Keys.TAB);
    $("[data-test=confirm]").click();
    dialog().shouldBe(visible);
    size.setValue("3").sendKeys(Keys.TAB);
    $("[data-test=confirm]").click();
    dialog().should(disappear);

    group(SMALL).shouldHave(text("3/3"), RUN);
    $("[data-test=follow]").click();
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    $(".run-head").shouldHave(text("by demo"));
  }

  @Test
  void terminatesTheChosenTaskOnly() {
    String victim = Tasks.firstOf(east, "/demo/" + LARGE);
    open(LARGE);
    $("[data-test=tab-tasks]").click();
    $("[data-test=do-terminate]").click();
    dialog().shouldHave(text("The chosen tasks are ended at once."));
    $("[data-test=confirm]").click();
    dialog().shouldBe(visible);
    $("[data-test=terminate-which]").shouldHave(text("Choose at least one task."));
    dialog().$$("vaadin-checkbox").findBy(text(shortly(victim))).$("label").click();
    $("[data-test=confirm]").click();
    dialog().should(disappear);
    $("[data-test=follow]").click();

    $("#run-state").shouldHave(text("Succeeded"), RUN);
    // The run is over when the task is gone; Marathon starts the one in its place after that.
    await()
        .atMost(RUN)
        .untilAsserted(
            () -> assertThat(Tasks.of(east, "/demo/" + LARGE)).hasSize(14).doesNotContain(victim));
  }

  private static void open(String name) {
    signIn("demo");
    // The list holds only what is in sight; other tests add to it.
    go("/clusters/dcos-east?q=" + name);
    group(name).click();
    $("[data-test=details]").shouldHave(text(name));
  }

  /** What the page calls a task: the first part of the UUID in its id. */
  private static String shortly(String task) {
    return task.replaceFirst(".*?([0-9a-f]{8})-[0-9a-f]{4}-.*", "$1");
  }

  private static SelenideElement dialog() {
    return $("vaadin-dialog[opened]");
  }

  private static SelenideElement group(String name) {
    return $("[data-test='sg-" + name + "']").shouldHave(attribute("href"));
  }
}
