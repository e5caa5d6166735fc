package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.disappear;
import static com.codeborne.selenide.Condition.exactText;
import static com.codeborne.selenide.Condition.text;
import static com.codeborne.selenide.Condition.value;
import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.SelenideElement;
import dev.gennaker.product.Product;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The server is killed under an open page, and started again. */
class RestartIT {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String EDIT = "/applications/shop/pipelines/Test%20web/edit?stage=1";

  /** Kept after the test: the logs tell what happened. */
  private final Path data = Path.of("target/restart/" + UUID.randomUUID());

  /** Of its own: a page of another server would still send its cookies to this one's port. */
  @BeforeEach
  void opensABrowser() {
    assumeTrue(Browser.isInstalled(), "Chromium is not installed; bin/test installs it");
    Selenide.closeWebDriver();
  }

  @AfterEach
  void closesIt() {
    Selenide.closeWebDriver();
  }

  @Test
  void saysThatTheLineIsCutComesBackAndStillHasTheDraft() {
    try (Product product = new Product(data, "--gennaker.demo.history=false")) {
      Browser.use(product.port());
      Selenide.open("/login");
      BrowserTest.signIn("demo");
      BrowserTest.go(EDIT);
      name().shouldHave(value("Deploy to test")).setValue("Deploy it").sendKeys(Keys.TAB);
      $("[data-test=changes]").shouldHave(text("1 change"));
      Browser.settle();

      product.kill();
      cut().shouldHave(text("Connection lost. What you see is not live."), MINUTE);
      cut().shouldBe(visible);
      product.startAgain();
      $("#username").shouldBe(visible, MINUTE);

      BrowserTest.signIn("demo");
      BrowserTest.go(EDIT);
      earlier().shouldHave(text("You have a draft from"), text("1 change to revision 1"));
      name().shouldHave(value("Deploy to test"));
      $("[data-test=continue-draft]").click();
      earlier().should(disappear);
      name().shouldHave(value("Deploy it"));
      BrowserTest.go(EDIT);
      earlier().shouldNotBe(visible);
      $("[data-test=save]").click();
      $(".ed-bar .tag").shouldHave(exactText("rev 2"));
    }
  }

  private static SelenideElement name() {
    return $(".insp-name input").shouldBe(visible);
  }

  private static SelenideElement cut() {
    return $("vaadin-connection-indicator .v-status-message");
  }

  private static SelenideElement earlier() {
    return $("[data-test=earlier-draft]");
  }
}
