package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static com.codeborne.selenide.Selenide.webdriver;
import static com.codeborne.selenide.WebDriverConditions.urlContaining;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import dev.gennaker.pipeline.Pipeline;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;

/** A zero-downtime deploy as people make it: drawn in the form and watched step by step. */
class ZeroDowntimeIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(120);

  @Autowired private Exhibits exhibits;

  @Test
  void isDrawnInTheFormAndWatchedStepByStep() {
    String first = exhibits.run("Before the hand-over", deploy("\"strategy\": \"zerodowntime\","));
    signIn("demo");
    go("/executions/" + first);
    $("#run-state").shouldHave(text("Succeeded"), RUN);

    Pipeline pipeline = exhibits.pipeline("Hand over", deploy(""));
    go(Exhibits.editor(pipeline) + "?stage=1");
    $("#strategy").shouldBe(visible).scrollIntoView(true).click();
    $$("vaadin-select-item").findBy(text("Zero downtime")).click();
    field("Steps").setValue("50").sendKeys(Keys.TAB);
    assertThat(Accessibility.violations()).isEmpty();
    $("[data-stage='1']").shouldHave(text("zero-downtime 50, 100 %"));
    for (Look look : new Look[] {Look.DARK, Look.LIGHT}) {
      Browser.look(look);
      Browser.photograph("zero-downtime-form-" + look.suffix());
    }
    Browser.settle();
    $$("vaadin-details-summary")
        .findBy(text("Routes and labels"))
        .scrollIntoView("{block: 'center'}")
        .sendKeys(Keys.ENTER);
    field("HAPROXY group").scrollIntoView("{block: 'center'}").shouldHave(value("external"));
    Browser.photograph("routes-form");
    field("Host")
        .shouldHave(value("hand.example.com"))
        .setValue("over.example.com")
        .sendKeys(Keys.TAB);
    Browser.settle();
    field("HAPROXY group").shouldBe(visible);
    assertThat(Accessibility.violations()).isEmpty();
    $("[data-test=save]").click();
    $(".ed-bar .tag").shouldHave(text("rev 2"));

    go(Exhibits.plan(pipeline));
    $("body").shouldHave(text("Hands traffic over from gallery-hand-v000 to gallery-hand-v001"));
    $("#start-planned").click();
    webdriver().shouldHave(urlContaining("/executions/"));
    $("run-timeline").shouldHave(text("Hand over to v001: 1 of 2 (50 %)"), RUN);
    Browser.photograph("zero-downtime-run");
    $("#run-state").shouldHave(text("Succeeded"), RUN);
    $("run-timeline").shouldHave(text("Destroy v000"));
    go("/load-balancers?q=over.example.com");
    $("[data-test='route-over.example.com']")
        .shouldHave(text("shared by gallery-hand"), text("gallery-hand-v001"), text("2/2"));
    assertThat($("[data-test='behind-gallery-hand-v000']").exists()).isFalse();
  }

  private static SelenideElement field(String label) {
    return $$("vaadin-text-field").findBy(text(label)).$("input");
  }

  private static String deploy(String strategy) {
    return """
        {"refId": "1", "type": "deploy", "name": "Deploy", "requisiteStageRefIds": [],
         "clusters": [{"account": "demo", "cloudProvider": "dcos", "region": "dcos-east", %s
           "application": "gallery", "stack": "hand", "desiredCapacity": 2, "cpus": 0.1, "mem": 32,
           "networkType": "BRIDGE",
           "serviceEndpoints": [{"name": "http", "port": 8080, "protocol": "tcp", "servicePort": 10480}],
           "healthChecks": [{"protocol": "MESOS_HTTP", "path": "/", "portIndex": 0}],
           "labels": {"HAPROXY_GROUP": "external", "HAPROXY_0_VHOST": "hand.example.com",
             "HAPROXY_DEPLOYMENT_GROUP": "gallery-hand", "HAPROXY_DEPLOYMENT_ALT_PORT": "10481",
             "team": "gallery"},
           "docker": {"image": {"imageId": "registry.local/shop/pay:3.2.0"}}}]}"""
        .formatted(strategy);
  }
}
