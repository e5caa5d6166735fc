package dev.gennaker.browser;

import com.codeborne.selenide.Configuration;
import com.codeborne.selenide.Selenide;
import com.codeborne.selenide.WebDriverRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, one for all tests of a JVM. */
final class Browser {

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** What Flow's own client says: no request is under way and nothing is queued. */
  private static final String SETTLED =
      """
      const flow = window.Vaadin && window.Vaadin.Flow;
      // Before Flow itself runs there is a client that is never active: what one types then is lost.
      const clients = Object.values((flow && flow.clients) || {}).filter(c => c.isActive);
      return document.readyState === 'complete' && clients.length > 0
        && clients.every(c => !c.isActive());
      """;

  private Browser() {}

  static boolean isInstalled() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /** Prepares the browser for an application; opened by the first page. */
  static void use(int port) {
    System.setProperty("webdriver.chrome.driver", DRIVER.toString());
    Configuration.browser = "chrome";
    Configuration.browserBinary = CHROMIUM.toString();
    Configuration.headless = true;
    Configuration.baseUrl = "http://127.0.0.1:" + port;
    Configuration.timeout = Duration.ofSeconds(15).toMillis();
    Configuration.reportsFolder = "target/screenshots/failed";
    // Selenide wants DevTools classes for its own pictures; the page's source is kept all the same.
    Configuration.screenshots = false;
    Configuration.browserCapabilities = options();
  }

  private static ChromeOptions options() {
    ChromeOptions options = new ChromeOptions();
    options.addArguments(
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    return options;
  }

  /** Shows the page as somebody with this screen and this taste sees it. */
  static void look(Look look) {
    ChromiumDriver driver = driver();
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width",
            look.width(),
            "height",
            look.height(),
            "deviceScaleFactor",
            1,
            "mobile",
            look.phone()));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", look.theme()),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  /**
   * Signs out by losing all cookies. The page is left first and without its last words: they could
   * be given a new session in the midst of the next sign-in.
   */
  static void forget() {
    driver().executeScript("navigator.sendBeacon = () => true");
    driver().get("about:blank");
    driver().executeCdpCommand("Network.clearBrowserCookies", Map.of());
  }

  /** Until the server has answered everything the page asked so far. */
  static void settle() {
    Selenide.Wait().until(driver -> ((JavascriptExecutor) driver).executeScript(SETTLED));
  }

  /** By how many pixels the page is wider than its window; people then scroll sideways. */
  static long overflow() {
    return ((Number)
            driver()
                .executeScript(
                    "const d = document.documentElement; return Math.max(0, d.scrollWidth - d.clientWidth)"))
        .longValue();
  }

  /** Errors in the browser's console since the last call. */
  static List<String> complaints() {
    return driver().manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Writes {@code target/screenshots/<name>.png}. */
  static void photograph(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver().getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("no screenshot of " + name, e);
    }
  }

  static ChromiumDriver driver() {
    return (ChromiumDriver) WebDriverRunner.getWebDriver();
  }
}
