package dev.gennaker.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The server does not start where nobody, or anybody, could come in. */
class UnusableUsersTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withUserConfiguration(SignIn.class, LocalUsers.class, Settings.class);

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.168.7.7", "::"})
  void refusesAPublicAddressWithoutAnybodyToSignIn(String address) {
    runner
        .withPropertyValues("server.address=" + address)
        .run(
            context -> {
              FailureAnalysis why =
                  new UnusableUsersAnalyzer().analyze(context.getStartupFailure());
              assertThat(why.getDescription()).contains("Nobody can sign in", address);
              assertThat(why.getAction()).contains("Configure users", "127.0.0.1");
            });
  }

  @Test
  void refusesAllAddressesWhenNoneIsGiven() {
    runner.run(
        context ->
            assertThat(context.getStartupFailure())
                .rootCause()
                .hasMessageContaining("open to others"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "localhost"})
  void startsOnLoopbackWithoutAnybody(String address) {
    runner
        .withPropertyValues("server.address=" + address)
        .run(context -> assertThat(context.getBean(SignInOptions.class).any()).isFalse());
  }

  @Test
  void startsOnAPublicAddressWithUsers() {
    runner
        .withPropertyValues(
            "server.address=0.0.0.0",
            "gennaker.security.users[0].name=a",
            "gennaker.security.users[0].password={bcrypt}$2a$10$abc")
        .run(context -> assertThat(context.getBean(SignInOptions.class).local()).isTrue());
  }

  @Test
  void refusesAPasswordThatIsNotEncodedWithoutRepeatingIt() {
    runner
        .withPropertyValues(
            "server.address=127.0.0.1",
            "gennaker.security.users[0].name=a",
            "gennaker.security.users[0].password=hunter2")
        .run(
            context ->
                assertThat(context.getStartupFailure())
                    .rootCause()
                    .hasMessageContaining("user a")
                    .hasMessageNotContaining("hunter2"));
  }

  @Test
  void refusesTwoUsersOfOneName() {
    SecuritySettings.User twin =
        new SecuritySettings.User("a", "{noop}x", java.util.Set.of("admin"));

    assertThatThrownBy(
            () ->
                new LocalUsers(
                    new SecuritySettings(java.util.List.of(twin, twin), null, null, null)))
        .hasMessageContaining("names a twice");
  }

  @EnableConfigurationProperties(SecuritySettings.class)
  static class Settings {}
}
