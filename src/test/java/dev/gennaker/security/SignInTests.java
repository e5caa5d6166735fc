package dev.gennaker.security;

import static dev.gennaker.security.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every door over HTTP, with users of our own. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "gennaker.security.users[0].name=root",
      "gennaker.security.users[0].password={noop}secret",
      "gennaker.security.users[0].roles=admin",
      "gennaker.security.users[1].name=reader",
      "gennaker.security.users[1].password={noop}letters",
      "gennaker.security.users[1].roles=readers",
      "gennaker.security.sign-in-hint=Ask the harbour master.",
      // tests of Spring's kind export no metrics otherwise
      "management.prometheus.metrics.export.enabled=true"
    })
class SignInTests {

  @LocalServerPort private int port;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void apiWithoutCredentialsIsRefusedAsProblemDetails() {
    HttpResponse<String> answer = browser.get("/api/nothing-here");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":401", "Sign in first", "/api/nothing-here");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void scriptsOfAPageDoNotMakeTheBrowserAskForAPassword() {
    assertThat(
            browser
                .get("/api/nothing-here", "X-Requested-With", "XMLHttpRequest")
                .headers()
                .firstValue("WWW-Authenticate"))
        .isEmpty();
  }

  @Test
  void apiTakesBasicCredentialsAndKeepsNoSession() {
    assertThat(browser.get("/api/nothing-here", basic("reader", "wrong")).statusCode())
        .isEqualTo(401);
    assertThat(browser.get("/api/nothing-here", basic("reader", "letters")).statusCode())
        .isEqualTo(404);
    assertThat(browser.post("/api/nothing-here", "", basic("reader", "letters")).statusCode())
        .isEqualTo(404);
    assertThat(browser.session()).isEmpty();
  }

  @Test
  void apiDoesNotTakeTheSessionOfTheScreen() {
    browser.signIn("root", "secret");

    assertThat(browser.get("/api/nothing-here").statusCode()).isEqualTo(401);
  }

  @Test
  void healthIsOpenTheRestOfOperationsIsForAdministrators() {
    assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/info").statusCode()).isEqualTo(401);
    HttpResponse<String> refused = browser.get("/actuator/info", basic("reader", "letters"));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("reader may not do this; it needs the role admin");
    assertThat(browser.get("/actuator/info", basic("root", "secret")).statusCode()).isEqualTo(200);
  }

  @Test
  void metricsAreForAdministrators() {
    assertThat(browser.get("/actuator/prometheus").statusCode()).isEqualTo(401);
    assertThat(browser.get("/actuator/prometheus", basic("reader", "letters")).statusCode())
        .isEqualTo(403);
    HttpResponse<String> metrics = browser.get("/actuator/prometheus", basic("root", "secret"));
    assertThat(metrics.statusCode()).isEqualTo(200);
    assertThat(metrics.body())
        .contains(
            "gennaker_executions_active 0.0",
            "gennaker_executions_due 0.0",
            "gennaker_queue_lag_seconds_count",
            "gennaker_lease_losses_total 0.0");
  }

  @Test
  void apiDescriptionIsForWhoeverIsSignedIn() {
    assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(401);
    assertThat(browser.get("/v3/api-docs", basic("reader", "letters")).statusCode()).isEqualTo(200);
    browser.signIn("reader", "letters");
    assertThat(browser.get("/v3/api-docs").statusCode()).isEqualTo(200);
  }

  @Test
  void screenSendsStrangersToTheSignIn() {
    HttpResponse<String> answer = browser.get("/applications/shop/clusters");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login");
  }

  @Test
  void anUnknownAddressIsAPageForWhoeverIsSignedIn() {
    assertThat(browser.get("/nowhere/at/all").statusCode()).isEqualTo(302);
    browser.signIn("reader", "letters");
    assertThat(browser.get("/nowhere/at/all").body()).contains("<html");
  }

  @Test
  void signInLeadsToThePageAskedForUnderANewSession() {
    browser.get("/inbox");
    browser.get("/login");
    String before = browser.session();

    HttpResponse<String> answer = browser.signIn("reader", "letters");

    assertThat(answer.headers().firstValue("Location").orElse("")).contains("/inbox");
    assertThat(browser.session()).isNotEqualTo(before);
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void aPageOpenForTooLongLeadsBackWithWordsAndWithoutASessionInTheAddress() {
    HttpResponse<String> answer =
        new Browser(port).post("/login", "username=root&password=secret&_csrf=of-yesterday");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith("/login?error=expired");
  }

  @Test
  void wrongPasswordLeadsBackWithAnError() {
    assertThat(browser.signIn("reader", "guess").headers().firstValue("Location").orElse(""))
        .endsWith("/login?error");
    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void signInWithoutTheTokenOfThePageIsRefused() {
    browser.get("/login");

    browser.post("/login", "username=reader&password=letters");

    assertThat(browser.get("/").statusCode()).isEqualTo(302);
  }

  @Test
  void pagesCannotBeFramedOrSniffed() {
    var headers = browser.get("/login").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
  }

  @Test
  void themeIsOpenBeforeSignIn() {
    assertThat(browser.get("/assets/theme/tokens.css").statusCode()).isEqualTo(200);
  }
}
