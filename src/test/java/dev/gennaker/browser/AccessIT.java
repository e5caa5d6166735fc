package dev.gennaker.browser;

import static com.codeborne.selenide.CollectionCondition.size;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static com.codeborne.selenide.Selenide.$$;
import static org.assertj.core.api.Assertions.assertThat;

import com.codeborne.selenide.Condition;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Administrators see which permissions an account lacks on a cluster, and how to grant them. */
class AccessIT extends BrowserTest {

  private static final String EVENTS = "dcos:service:marathon:marathon:admin:events read";

  @Value("${gennaker.dcos.clusters[1].dcos-url}")
  private URI west;

  @AfterEach
  void givesAllBack() {
    Tasks.deny(west, List.of());
  }

  @Test
  void namesWhatIsMissingAndSeesItGranted() {
    Tasks.deny(west, List.of(EVENTS, "dcos:adminrouter:ops:slave full"));
    signIn("demo");
    go("/clusters/dcos-west");
    $("[data-test=look-access]").click();
    $("[data-test=access-sum]").shouldHave(text("2 things missing"));
    $("[data-test=try-follow-what-happens]").shouldHave(text("Missing"), text(EVENTS));
    $("[data-test=try-follow-what-happens] [data-test=remedy]")
        .shouldHave(text("dcos security org users grant"));
    $("[data-test=try-reach-marathon]").shouldHave(text("Works"));
    $("[data-test=features]").shouldHave(text("Marathon"), text("1.11"));
    look("access-missing");

    Tasks.deny(west, List.of());
    $("[data-test=test-again]").shouldBe(Condition.enabled).click();
    $("[data-test=access-sum]").shouldHave(text("Everything Gennaker needs works"));
    $$(".atry").filterBy(text("Works")).shouldHave(size(7));
    look("access");
  }

  @Test
  void isForAdministratorsOnly() {
    signIn("viewer");
    go("/clusters/dcos-west/access");
    $("main, .main").shouldHave(text("needs the role admin"));
    $("[data-test=test-again]").shouldNotBe(visible);
  }

  private static void look(String name) {
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      Browser.photograph(name + "-" + look.suffix());
      assertThat(Accessibility.violations()).as(name + " in " + look).isEmpty();
      assertThat(Browser.overflow()).as("wider than the screen, " + look).isZero();
    }
    Browser.look(Look.LIGHT);
  }
}
