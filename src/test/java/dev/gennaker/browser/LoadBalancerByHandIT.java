package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.SelenideElement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A load balancer set up, changed and deleted by hand, each time as a run. */
class LoadBalancerByHandIT extends BrowserTest {

  private static final Duration RUN = Duration.ofSeconds(60);
  private static final String NAME = "gallery-edge";

  @Test
  void isCreatedChangedAndDeleted() {
    signIn("demo");
    go("/load-balancers");
    $("[data-test=new-balancer]").click();
    dialog().shouldHave(text("New load balancer"));
    choose("Account", "demo");
    choose("DC/OS cluster", "dcos-west");
    field("Name").setValue("No Such Name").sendKeys(Keys.TAB);
    $("[data-test=confirm]").click();
    dialog().shouldHave(text("Lower case letters and digits"));
    field("Name").setValue(NAME).sendKeys(Keys.TAB);
    field("Last service port").setValue("10002").sendKeys(Keys.TAB);
    for (Look look : new Look[] {Look.DARK, Look.LIGHT_PHONE, Look.LIGHT}) {
      Browser.look(look);
      assertThat(Accessibility.violations()).isEmpty();
      Browser.photograph("load-balancer-new-" + look.suffix());
    }
    $("[data-test=confirm]").click();
    dialog().should(disappear);

    SelenideElement block = $("[data-test=balancer-" + NAME + "]");
    block.shouldBe(visible, RUN).shouldHave(text("1 of 1 up"), RUN);
    block.shouldHave(text("group demo_gallery-edge"), text("Nothing asks for it"));
    $("[data-test=edit-balancer-" + NAME + "]").click();
    dialog().shouldHave(text("Edit " + NAME));
    field("HAPROXY group").setValue("internal").sendKeys(Keys.TAB);
    $("[data-test=confirm]").click();
    dialog().should(disappear);
    block.shouldHave(text("group internal"), RUN);
    Browser.photograph("load-balancers-own");

    $("[data-test=delete-balancer-" + NAME + "]").click();
    dialog().shouldHave(text("No server group that serves stands behind it."));
    $("[data-test=confirm]").click();
    block.should(disappear, RUN);
  }

  @Test
  void tellsWhyOneMayNotBeChanged() {
    signIn("viewer");
    go("/load-balancers");
    $("[data-test=edit-balancer-marathon-lb]").click();

    $("vaadin-notification-card").shouldHave(text("No application owns marathon-lb"));
  }

  private static SelenideElement dialog() {
    return $("vaadin-dialog[opened]");
  }

  private static SelenideElement field(String label) {
    return $$("vaadin-dialog[opened] vaadin-text-field, vaadin-dialog[opened] vaadin-integer-field")
        .findBy(text(label))
        .$("input");
  }

  private static void choose(String label, String value) {
    SelenideElement box = $$("vaadin-dialog[opened] vaadin-combo-box").findBy(text(label));
    box.$("input").setValue(value).sendKeys(Keys.ENTER);
    Browser.settle();
  }
}
