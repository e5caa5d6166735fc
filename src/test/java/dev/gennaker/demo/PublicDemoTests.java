package dev.gennaker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

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

  private static GenericApplicationContext initialize(String profile, String address) {
    MockEnvironment environment = new MockEnvironment().withProperty("server.address", address);
    environment.setActiveProfiles(profile);
    GenericApplicationContext context = new GenericApplicationContext();
    context.setEnvironment(environment);
    new DemoInitializer().initialize(context);
    return context;
  }
}
