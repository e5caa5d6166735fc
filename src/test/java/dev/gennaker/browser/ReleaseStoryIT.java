package dev.gennaker.browser;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;

import com.codeborne.selenide.Condition;
import com.codeborne.selenide.ElementsCollection;
import com.codeborne.selenide.SelenideElement;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * The main job, as people do it: draw a release over two clusters, run it, approve it, take it
 * back.
 */
class ReleaseStoryIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String STAGES =
      """
      {"application": "shop", "name": "Story", "stages": [
        {"refId": "1", "type": "deploy", "name": "Deploy to east", "requisiteStageRefIds": [], "clusters": [%s]},
        {"refId": "2", "type": "manualJudgment", "name": "Approve for west", "requisiteStageRefIds": ["1"],
         "instructions": "East runs it. Go on?", "selectedStageRoles": ["approver"]},
        {"refId": "3", "type": "deploy", "name": "Deploy to west", "requisiteStageRefIds": ["2"], "clusters": [%s]},
        {"refId": "4", "type": "disableCluster", "name": "Disable the old in east", "requisiteStageRefIds": ["3"],
         "credentials": "demo", "cloudProvider": "dcos", "regions": ["dcos-east"], "cluster": "shop-prod-pay",
         "remainingEnabledServerGroups": 1}]}
      """
          .formatted(cluster("dcos-east", ""), cluster("dcos-west", "redblack"));

  @Test
  void releasesToBothClustersWithAnApprovalAndTakesTheOldGroupBack() {
    signIn("demo");
    go("/clusters");
    $("[data-test=location-dcos-east]").shouldHave(text("live"));
    $("[data-test=location-dcos-west]").shouldHave(text("live"));

    draw();
    String run = start();
    $("run-timeline").shouldHave(text("Approve for west"), RUN);
    $("[data-stage='2']").shouldHave(text("Waiting for you"), RUN);

    signIn("viewer");
    go(run + "?stage=2");
    $(".run-panel").shouldHave(text("You may not answer"));

    signIn("approver");
    go("/inbox");
    $$("[data-test^='judgment-']")
        .findBy(text("Approve for west"))
        .$("[data-test=approve]")
        .click();
    $("[data-test=reason] textarea").setValue("East looks fine");
    $("[data-test=decision] [data-test=approve]").click();
    $("[data-test=decision]").shouldHave(text("Approved by approver"));

    signIn("demo");
    go(run);
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    go("/clusters/dcos-east");
    group("shop-prod-pay-v007").shouldHave(text("disabled"), text("0/3"));

    group("shop-prod-pay-v007").click();
    $("[data-test=do-enable]").click();
    $("[data-test=confirm]").click();
    group("shop-prod-pay-v007").shouldHave(text("3/3"), RUN).shouldNotHave(text("disabled"));
  }

  /** Stages come from the palette; their settings are typed as JSON. */
  private static void draw() {
    Browser.settle();
    com.codeborne.selenide.Selenide.open("/applications/shop/pipelines");
    $("#new-pipeline").shouldBe(visible).click();
    $("#pipeline-name input").setValue("Story");
    $("#confirm-create").click();
    webdriver().shouldHave(urlContaining("/edit"));
    for (String type : new String[] {"Deploy", "Manual judgment"}) {
      $("[data-test=add-stage]").shouldBe(visible).click();
      $("[data-test=palette] input").shouldBe(visible).setValue(type).sendKeys(Keys.ENTER);
      $("[data-test=palette]").should(Condition.disappear);
    }
    nodes().shouldHave(size(2));
    $$(".seg vaadin-button").findBy(text("JSON")).click();
    SelenideElement area = $("[data-test=json] textarea").shouldBe(visible);
    String id = area.getValue().replaceAll("(?s).*?\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    area.setValue(STAGES.replaceFirst("\\{", "{\"id\": \"" + id + "\","));
    $$(".seg vaadin-button").findBy(text("Visual")).click();
    nodes().shouldHave(size(4));
    Browser.settle();
    $("[data-test=save]").click();
    $(".ed-bar .tag").shouldHave(text("rev 2"));
  }

  private static String start() {
    com.codeborne.selenide.Selenide.open("/applications/shop/pipelines");
    $("[data-test='start-Story']").shouldBe(visible).click();
    $("#confirm-start").click();
    webdriver().shouldHave(urlContaining("/executions/"));
    return URI.create(webdriver().driver().url()).getPath();
  }

  private static ElementsCollection nodes() {
    return $$("[data-stage]");
  }

  private static SelenideElement group(String name) {
    return $("[data-test='sg-" + name + "']").shouldHave(attribute("href"));
  }

  private static String cluster(String region, String strategy) {
    return """
        {"account": "demo", "cloudProvider": "dcos", "region": "%s", "strategy": "%s", "application": "shop",
         "stack": "prod", "freeFormDetails": "pay", "desiredCapacity": 2, "cpus": 0.1, "mem": 32,
         "docker": {"image": {"imageId": "registry.local/shop/pay:3.2.0"}}}
        """
        .formatted(region, strategy);
  }
}
