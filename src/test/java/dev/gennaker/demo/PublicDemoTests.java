package dev.gennaker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.env.MockEnvironment;

/** The demo is for everybody on this machine, and for nobody else. */
class PublicDemoTests {

  @Test
  void refusesToListenToOthers() {
    assertThatThrownBy(() -> initialize("demo", "0.0.0.0"))
        .isInstanceOf(PublicDemo.class)
        .hasMessageContaining("may not listen on 0.0.0.0");
    assertThatThrownBy(() -> initialize("demo", "no such host")).isInstanceOf(PublicDemo.class);
  }

  @Test
  void leavesOtherProfilesAlone() {
    GenericApplicationContext context = initialize("none", "0.0.0.0");

    assertThat(context.getBeanFactory().containsSingleton("demoClusters")).isFalse();
    assertThat(context.getEnvironment().getProperty("gennaker.dcos.clusters[0].name")).isNull();
  }

  @Test
  void tellsHowToSignIn() throws IOException {
    PropertySource<?> demo =
        new YamlPropertySourceLoader()
            .load("demo", new ClassPathResource("application-demo.yaml"))
            .getFirst();

    String hint = String.valueOf(demo.getProperty("gennaker.security.sign-in-hint"));
    for (int i = 0; i < 3; i++) {
      String user = "gennaker.security.users[" + i + "].";
      String name = String.valueOf(demo.getProperty(user + "name"));
      assertThat(hint).contains(name).contains("the password is the name");
      assertThat(demo.getProperty(user + "password")).isEqualTo("{noop}" + name);
    }
  }

  private static GenericApplicationContext initialize(String profile, String address) {
    MockEnvironment environment = new MockEnvironment().withProperty("server.address", address);
    environment.setActiveProfiles(profile);
    GenericApplicationContext context = new GenericApplicationContext();
    context.setEnvironment(environment);
    new DemoInitializer().initialize(context);
    return context;
  }
}
