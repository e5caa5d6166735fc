package dev.gennaker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every address people can type: no accessibility violation, no overflow, in any look. */
class EveryViewIT extends BrowserTest {

  @Test
  void showsTheDoor() {
    go("/login");

    inspect("login");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "home, /",
    "application, /applications/shop",
    "clusters, /applications/shop/clusters",
    "pipelines, /applications/shop/pipelines",
    "inbox, /inbox",
    "dcos-cluster, /clusters/dcos-east",
    "not-found, /nowhere",
  })
  void showsItself(String name, String path) {
    signIn("demo");
    go(path);

    inspect(name);
  }

  private void inspect(String name) {
    for (Look look : Look.values()) {
      Browser.look(look);
      Browser.settle();
      Browser.photograph(name + "-" + look.suffix());
      assertThat(Accessibility.violations()).as(name + " in " + look).isEmpty();
      assertThat(Browser.overflow())
          .as("pixels wider than the screen, " + name + " in " + look)
          .isZero();
    }
  }
}
