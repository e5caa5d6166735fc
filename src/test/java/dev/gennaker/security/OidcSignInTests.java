package dev.gennaker.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A whole sign-in at an OIDC provider; the roles come from a claim. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OidcSignInTests {

  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

  static {
    PROVIDER.start();
  }

  @LocalServerPort private int port;
  private Browser browser;

  @DynamicPropertySource
  static void registration(DynamicPropertyRegistry properties) {
    String client = "spring.security.oauth2.client.";
    properties.add(client + "registration.harbour.client-id", () -> "gennaker");
    properties.add(client + "registration.harbour.client-secret", () -> "secret");
    properties.add(client + "registration.harbour.client-name", () -> "Harbour");
    properties.add(client + "registration.harbour.scope", () -> "openid");
    properties.add(
        client + "provider.harbour.issuer-uri", () -> PROVIDER.issuerUrl("harbour").toString());
  }

  @AfterAll
  static void stop() {
    PROVIDER.shutdown();
  }

  @BeforeEach
  void open() {
    browser = new Browser(port);
  }

  @Test
  void administratorByTheGroupsClaimMaySeeOperations() {
    assertThat(signIn(Map.of("groups", List.of("admin", "crew"))).statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/info").statusCode()).isEqualTo(200);
  }

  @Test
  void rolesClaimCountsWhereThereAreNoGroups() {
    signIn(Map.of("roles", List.of("admin")));

    assertThat(browser.get("/actuator/info").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutARoleOnlyTheScreenIsOpen() {
    assertThat(signIn(Map.of("groups", List.of("crew"))).statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/info").statusCode()).isEqualTo(403);
  }

  @Test
  void scopesAreNoRoles() {
    signIn(Map.of("scope", "admin"));

    assertThat(browser.get("/actuator/info").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> signIn(Map<String, Object> claims) {
    PROVIDER.enqueueCallback(
        new DefaultOAuth2TokenCallback("harbour", "anna", "JWT", List.of("gennaker"), claims));
    return browser.follow(browser.get("/oauth2/authorization/harbour"));
  }
}
