package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.attribute;
import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codeborne.selenide.SelenideElement;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Going back to what was before: to a former server group, and from a deployment that hangs. */
class RollBackIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String BAD = "shop-prod-cart-v044";
  private static final String FORMER = "shop-prod-cart-v043";

  @Autowired private Exhibits exhibits;

  @Value("${gennaker.dcos.clusters[0].dcos-url}")
  private URI east;

  @Value("${gennaker.dcos.clusters[1].dcos-url}")
  private URI west;

  @Test
  void rollsBackFromTheClustersPageAndFollowsTheRun() {
    signIn("demo");
    go("/clusters/dcos-east?q=" + BAD);
    row(BAD).click();
    $("[data-test=details]").shouldHave(text(BAD));
    $("[data-test=do-rollback]").click();
    SelenideElement dialog = $("vaadin-dialog[opened]").shouldHave(text("Roll back " + BAD));
    $("[data-test=rollback-to]").shouldHave(text(FORMER), text("disabled, had 4 instances"));
    $("[data-test=rollback-steps]")
        .shouldHave(
            text(FORMER + " gets 5 instances, as many as are needed."),
            text("Only then " + BAD + " is taken out of service"),
            text("Should " + FORMER + " not come up, " + BAD + " stays as it is."));
    Browser.photograph("roll-back");
    $("[data-test=confirm]").click();
    dialog.should(disappear);
    $("[data-test=follow]").click();

    $("#run-state").shouldHave(text("Succeeded"), RUN);
    assertThat(Tasks.of(east, "/demo/" + FORMER)).hasSize(5);
    await().atMost(RUN).until(() -> Tasks.of(east, "/demo/" + BAD).isEmpty());
  }

  @Test
  void cancelsAHangingDeploymentFromTheStageThatWaitsForIt() {
    String group = exhibits.group(east, "dcos-east");
    String id = exhibits.locked(east, "dcos-east", group);
    signIn("demo");
    go("/executions/" + id);
    $("[data-stage='1']").shouldBe(visible).click();
    $("[data-test=lock]")
        .shouldHave(text("scale application, step 1 of 1"), text("/demo/" + group), text("3 of 4"));
    $("#act-force").shouldBe(visible);
    Browser.photograph("run-locked");
    $("#act-unlock").shouldHave(text("Cancel that deployment…")).click();
    $("vaadin-dialog[opened]").shouldHave(text("Cancel a deployment"), text("Is rolled back"));
    $$("vaadin-dialog[opened] vaadin-button").findBy(text("Keep waiting")).shouldBe(visible);
    $("[data-test=confirm]").click();

    $(".run-panel").shouldHave(text("of 5"), RUN);
    $("[data-test=lock]").shouldNotBe(visible);
    Tasks.knob(east, "/demo/" + group, "{\"SIM_NO_OFFERS\": null}");
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    assertThat(Tasks.of(east, "/demo/" + group)).hasSize(5);
  }

  @Test
  void cancelsAHangingDeploymentFromTheServerGroupItWorksOn() {
    String group = exhibits.group(west, "dcos-west");
    String id = exhibits.hanging(west, "dcos-west", group, 10);
    signIn("demo");
    go("/clusters/dcos-west?q=" + group);
    row(group).click();
    $("[data-test=details]")
        .shouldHave(
            text("Deployment, step 1 of 1"), text("3 of 10 instances"), text("on dcos-west"));
    $("[data-test=do-reset-delay]").shouldBe(visible);
    $("[data-test=do-cancel-deployment]").click();
    Browser.photograph("hanging-group");
    $("vaadin-dialog[opened]").shouldHave(text(group + ", step 1 of 1."));
    $("[data-test=confirm]").click();
    $("[data-test=follow]").click();

    $("#run-state").shouldHave(text("Succeeded"), RUN);
    Tasks.knob(west, "/demo/" + group, "{\"SIM_NO_OFFERS\": null}");
    go("/executions/" + id);
    $("#run-why").shouldHave(text("by somebody else before it had 10"), RUN);
    await().atMost(RUN).until(() -> Tasks.of(west, "/demo/" + group).size() == 3);
  }

  private static SelenideElement row(String name) {
    return $("[data-test='sg-" + name + "']").shouldHave(attribute("href"));
  }
}
