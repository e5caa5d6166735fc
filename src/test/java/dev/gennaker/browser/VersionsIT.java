package dev.gennaker.browser;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.CollectionCondition.sizeGreaterThan;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A server group deployed in place: twice by pipelines, then back to its former version by hand.
 */
class VersionsIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String GROUP = "gallery-place";

  @Autowired private Exhibits exhibits;

  private static String deploy(String image) {
    return """
        {"refId": "1", "type": "deploy", "name": "Deploy", "requisiteStageRefIds": [],
         "clusters": [{"account": "demo", "cloudProvider": "dcos", "region": "dcos-east", "strategy": "inplace",
           "application": "gallery", "stack": "place", "desiredCapacity": 2, "cpus": 0.1, "mem": 32,
           "docker": {"image": {"imageId": "%s"}}}]}"""
        .formatted(image);
  }

  @Test
  void goesBackToAFormerVersion() {
    exhibits.ended(exhibits.pipeline("In place", deploy("shop/place:1.0")), "1");
    exhibits.ended(exhibits.pipeline("In place", deploy("shop/place:2.0")), "1");
    signIn("demo");
    go("/clusters/dcos-east?q=" + GROUP + "&sg=demo:dcos-east:" + GROUP);
    $("[data-test=details]").shouldHave(text(GROUP), text("place:2.0"));
    $("[data-test=tab-versions]").click();
    $$("[data-test=version]").shouldHave(size(2));
    $$("[data-test=version]").first().shouldHave(text("place:2.0"), text("present"));
    $$("[data-test=version]")
        .last()
        .shouldHave(
            text("place:1.0"), text("container.docker.image"), text("shop/place:2.0"), text("by "));
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      Browser.photograph("versions-" + look.suffix());
      assertThat(Accessibility.violations()).as("versions in " + look).isEmpty();
      assertThat(Browser.overflow()).as("wider than the screen, " + look).isZero();
    }
    Browser.look(Look.LIGHT);

    $("[data-test=do-revert]").shouldBe(visible).click();
    $("vaadin-dialog[opened]").shouldHave(text("Go back to a former version of " + GROUP));
    $("[data-test=confirm]").click();
    $("[data-test=follow]").click();
    $("#run-state").shouldHave(text("Succeeded"), RUN);

    go("/clusters/dcos-east?q=" + GROUP + "&sg=demo:dcos-east:" + GROUP + "&tab=versions");
    $$("[data-test=version]").shouldHave(sizeGreaterThan(2));
    $$("[data-test=version]").first().shouldHave(text("place:1.0"), text("present"));
  }

  @Test
  void isAStrategyOfTheDeployForm() {
    signIn("demo");
    go(Exhibits.editor(exhibits.pipeline("In place", deploy("shop/place:3.0"))) + "?stage=1");
    $("[data-stage='1']").shouldHave(text("in place"));
    $("#strategy").shouldHave(text("In place"));
    $("#strategy-fields").shouldHave(text("Go back to the former version"));
    Browser.settle();
    Browser.photograph("deploy-in-place");
  }
}
