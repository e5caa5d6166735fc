package dev.gennaker.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.Gennaker;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.simulator.SimulatedCluster;
import dev.gennaker.simulator.SimulatorSettings;
import dev.gennaker.stage.PlanNotes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the product in its demo profile, as bin/run does. */
class DemoTests {

  @TempDir Path data;

  private final List<SimulatedCluster> clusters = new ArrayList<>();

  @AfterEach
  void stop() {
    clusters.forEach(SimulatedCluster::close);
  }

  @Test
  void makesItsHistoryOnceAndStartsAgainAsItLeftThings() throws IOException {
    String elsewhere = clusters(6);
    withDemo(
        elsewhere,
        context -> {
          await()
              .atMost(Duration.ofMinutes(2))
              .until(() -> new DemoMemory(data).released().isPresent());
          assertThat(runs(context))
              .containsExactly(
                  "Test web SUCCEEDED",
                  "Test web TERMINAL",
                  "Release web SUCCEEDED",
                  "Test web SUCCEEDED");
          assertThat(web(context)).containsExactlyInAnyOrderElementsOf(AFTER);
        });
    withDemo(
        elsewhere,
        context -> {
          awaitWeb(context);
          assertThat(runs(context)).hasSize(4);
        });
    withDemo("", context -> awaitWeb(context));
  }

  @Test
  void showsServicesInTwoEnvironmentsAndWhatNobodyOwns() {
    withDemo(
        "",
        context -> {
          Clouds clouds = context.getBean(Clouds.class);
          awaitWeb(context);
          await()
              .untilAsserted(
                  () ->
                      assertThat(group(clouds, "shop-prod-cart-v044", "dcos-east"))
                          .satisfies(
                              cart -> {
                                assertThat(cart.up()).isEqualTo(4);
                                assertThat(cart.count(Instance.Health.DOWN)).isEqualTo(1);
                              }));
          assertThat(group(clouds, "shop-prod-web-v012", "dcos-west").rememberedSize())
              .isEqualTo(6);
          assertThat(clouds.serverGroups())
              .filteredOn(group -> group.application().isEmpty())
              .extracting(ServerGroup::name)
              .containsExactlyInAnyOrder("log-shipper", "marathon-lb", "metrics");
          Pipelines pipelines = context.getBean(Pipelines.class);
          assertThat(pipelines.list("shop", DemoData.DEMO))
              .allSatisfy(pipeline -> assertThat(pipelines.check(pipeline.document())).isEmpty())
              .extracting(Pipeline::name)
              .containsExactly("Release web", "Test web");
        },
        "--gennaker.demo.history=false");
  }

  @Test
  void plansTheReleaseAgainstWhatRunsWithoutDoingIt() {
    withDemo(
        "",
        context -> {
          awaitWeb(context);
          Pipelines pipelines = context.getBean(Pipelines.class);
          Pipeline release = pipelines.find("shop", "Release web", DemoData.DEMO).orElseThrow();

          ExecutionPlan plan =
              context
                  .getBean(Executions.class)
                  .plan(
                      StartRequest.of(release, Map.of("parameters", Map.of("size", "4"))),
                      DemoData.DEMO);

          assertThat(plan.steps().stream().flatMap(step -> step.effects().stream()))
              .extracting(PlanNotes.Effect::text)
              .map(text -> text.replaceAll(", image .*", ""))
              .containsExactlyInAnyOrder(
                  "Creates shop-prod-web-v014 in dcos-east, 4 instances",
                  "Asks one of approver; planned as if the answer were to continue",
                  "Creates shop-prod-web-v014 in dcos-west, 4 instances",
                  "Destroys shop-prod-web-v011 in dcos-west, 0 instances",
                  "Disables shop-prod-web-v013 in dcos-west, 6 instances",
                  "Disables shop-prod-web-v013 in dcos-east, 6 instances");
          assertThat(plan.clear()).as(plan.toString()).isTrue();
          assertThat(web(context)).containsExactlyInAnyOrderElementsOf(AFTER);
          assertThat(runs(context)).isEmpty();
        },
        "--gennaker.demo.history=false");
  }

  private static final List<String> AFTER =
      List.of(
          "dcos-east shop-prod-web-v011 0",
          "dcos-east shop-prod-web-v012 0",
          "dcos-east shop-prod-web-v013 6",
          "dcos-east shop-test-web-v021 0",
          "dcos-east shop-test-web-v022 2",
          "dcos-west shop-prod-web-v011 0",
          "dcos-west shop-prod-web-v012 0",
          "dcos-west shop-prod-web-v013 6");

  private static void awaitWeb(ConfigurableApplicationContext context) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(web(context)).containsExactlyInAnyOrderElementsOf(AFTER));
  }

  private static List<String> web(ConfigurableApplicationContext context) {
    return context.getBean(Clouds.class).serverGroups("shop").stream()
        .filter(group -> group.cluster().endsWith("-web"))
        .map(group -> group.location() + " " + group.name() + " " + group.up())
        .toList();
  }

  private static ServerGroup group(Clouds clouds, String name, String location) {
    return clouds.serverGroups("shop").stream()
        .filter(group -> group.name().equals(name) && group.location().equals(location))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> runs(ConfigurableApplicationContext context) {
    return context
        .getBean(Executions.class)
        .list(ExecutionQuery.ofApplication("shop", 10), DemoData.DEMO)
        .stream()
        .map((ExecutionHeader run) -> run.name() + " " + run.status())
        .toList();
  }

  /** Addresses of two clusters of this test's own. */
  private String clusters(double speed) throws IOException {
    for (int i = 0; i < 2; i++) {
      clusters.add(SimulatedCluster.start(SimulatorSettings.defaults().withSpeed(speed)));
    }
    return String.join(",", clusters.stream().map(c -> c.baseUrl().toString()).toList());
  }

  private void withDemo(
      String elsewhere, Consumer<ConfigurableApplicationContext> look, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.add("--spring.profiles.active=demo");
    arguments.add("--server.port=0");
    arguments.add("--vaadin.productionMode=true");
    arguments.add("--gennaker.data=" + data);
    arguments.add(
        "--spring.datasource.url=jdbc:h2:file:%s/test;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            .formatted(data));
    arguments.add("--gennaker.demo.simulator-urls=" + elsewhere);
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Gennaker.class)
            .web(WebApplicationType.SERVLET)
            .run(arguments.toArray(String[]::new))) {
      look.accept(context);
    }
  }
}
