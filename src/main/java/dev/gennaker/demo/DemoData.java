package dev.gennaker.demo;

import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Application {@code shop} and its pipelines, where they are not there yet. */
@Component
@Profile("demo")
class DemoData implements ApplicationRunner {

  static final String SHOP = "shop";
  static final Actor DEMO = new Actor("demo", Set.of(Actor.ADMIN));

  private final Applications applications;
  private final Pipelines pipelines;

  DemoData(Applications applications, Pipelines pipelines) {
    this.applications = applications;
    this.pipelines = pipelines;
  }

  @Override
  public void run(ApplicationArguments args) throws IOException {
    if (applications.find(SHOP, DEMO).isEmpty()) {
      applications.save(SHOP, read("shop.json"), DEMO);
      for (String pipeline : List.of("release-web.json", "test-web.json")) {
        pipelines.save(read(pipeline), null, "Made for the demo", DEMO);
      }
    }
  }

  private static ObjectNode read(String name) throws IOException {
    try (InputStream in = Objects.requireNonNull(DemoData.class.getResourceAsStream(name), name)) {
      return (ObjectNode) JsonMapper.shared().readTree(in);
    }
  }
}
