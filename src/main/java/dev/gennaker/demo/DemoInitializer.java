package dev.gennaker.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * In the demo profile: has the clusters running on free ports before the provider's configuration
 * is read, which then points to them.
 */
class DemoInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableEnvironment environment = context.getEnvironment();
    if (!environment.acceptsProfiles(Profiles.of("demo"))) {
      return;
    }
    refuseOthers(environment.getProperty("server.address", "127.0.0.1"));
    Binder binder = Binder.get(environment);
    List<URI> elsewhere =
        binder.bind("gennaker.demo.simulator-urls", Bindable.listOf(URI.class)).orElse(List.of());
    boolean history = environment.getProperty("gennaker.demo.history", Boolean.class, true);
    DemoMemory memory = new DemoMemory(Path.of(environment.getProperty("gennaker.data", "data")));
    DemoClusters clusters = start(elsewhere, memory, history);
    Map<String, Object> properties = new HashMap<>();
    for (int i = 0; i < clusters.all().size(); i++) {
      DemoCluster cluster = clusters.all().get(i);
      properties.put("gennaker.dcos.clusters[" + i + "].name", cluster.name());
      properties.put("gennaker.dcos.clusters[" + i + "].dcos-url", cluster.url().toString());
      properties.put(
          "gennaker.dcos.clusters[" + i + "].balancer-url",
          cluster.url() + "/simulator/balancers/{host}/{port}");
    }
    environment.getPropertySources().addFirst(new MapPropertySource("demo clusters", properties));
    context.getBeanFactory().registerSingleton("demoClusters", clusters);
    // Closed with the beans, after those that talk to it.
    if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
      beans.registerDisposableBean("demoClusters", clusters::close);
    }
  }

  private static DemoClusters start(List<URI> elsewhere, DemoMemory memory, boolean history) {
    try {
      return DemoClusters.start(elsewhere, memory, history);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's clusters found no free port", e);
    }
  }

  /** Everybody knows the demo's passwords. */
  private static void refuseOthers(String address) {
    try {
      if (InetAddress.getByName(address).isLoopbackAddress()) {
        return;
      }
    } catch (UnknownHostException e) {
      // told below
    }
    throw new PublicDemo(address);
  }
}
