package dev.gennaker.browser;

import static com.codeborne.selenide.Condition.visible;
import static com.codeborne.selenide.Selenide.$;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.codeborne.selenide.Condition;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import dev.gennaker.Gennaker;
import dev.gennaker.database.OnH2;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A story in Chromium against the real application in the demo profile, on a free port with an
 * empty database. Application and browser are started once per JVM; each test begins signed out, on
 * a wide light screen, and ends with a look at the browser's console.
 */
@SpringBootTest(
    classes = Gennaker.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "gennaker.data=target/browser-tests/${random.uuid}")
@ActiveProfiles("demo")
@OnH2
@Import(Exhibits.class)
abstract class BrowserTest {

  @LocalServerPort private int port;

  @BeforeEach
  void startsSignedOut() {
    assumeTrue(Browser.isInstalled(), "Chromium is not installed; bin/test installs it");
    Browser.use(port);
    if (WebDriverRunner.hasWebDriverStarted()) {
      Browser.forget();
    }
    Selenide.open("/login");
    Browser.look(Look.LIGHT);
    Browser.complaints();
  }

  @AfterEach
  void leavesAQuietConsole() {
    if (WebDriverRunner.hasWebDriverStarted()) {
      assertThat(Browser.complaints()).as("errors in the browser's console").isEmpty();
    }
  }

  /**
   * Signs in one of the demo's users, whose password is their name, and waits for the home page.
   */
  static void signIn(String user) {
    if (WebDriverRunner.hasWebDriverStarted()) {
      Browser.forget();
    }
    go("/login");
    $("#username input").setValue(user);
    $("#password input").setValue(user);
    $("#username input").shouldHave(Condition.value(user));
    Selenide.$$("button, vaadin-button").findBy(Condition.text("Sign in")).click();
    $(".shell").shouldBe(visible, Duration.ofMinutes(1));
    Browser.settle();
  }

  /** Opens an address of the application and waits until it stands still. */
  static void go(String path) {
    Selenide.open(path);
    $("body").shouldBe(visible);
    Browser.settle();
  }

  final int port() {
    return port;
  }
}
