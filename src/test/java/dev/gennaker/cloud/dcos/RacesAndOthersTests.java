package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Several deploys at once, and apps that others made. */
class RacesAndOthersTests extends DcosScenario {

  private void post(String app) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + "/v2/apps"))
              .POST(HttpRequest.BodyPublishers.ofString(app))
              .header("Content-Type", "application/json")
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
    }
  }

  @Test
  void givesEveryDeployOfARaceItsOwnVersion() throws Exception {
    List<Future<Progress>> deploys = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 5; i++) {
        deploys.add(threads.submit(() -> drive(deploy("race", definition(1)), key())));
      }
    }

    List<Object> names = new ArrayList<>();
    for (Future<Progress> deploy : deploys) {
      names.add(((Progress.Finished) deploy.get()).outputs().get("serverGroup"));
    }
    assertThat(names).doesNotHaveDuplicates().hasSize(5);
    assertThat(provider().inventory().serverGroups()).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void skipsTheNumberOfAGroupThatIsStillBeingStopped() {
    var id = deployed("ghost", 1);
    cluster.turn("/demo/shop/" + id.name(), "SIM_NEVER_KILLED", "true");
    provider()
        .carryOut(
            new dev.gennaker.cloud.Operation.Destroy(id, false), key(), java.util.Map.of(), BY);

    assertThat(deployed("ghost", 1).name()).isEqualTo("shop-ghost-v001");
  }

  @Test
  void showsAndResizesAppsThatFollowNoScheme() throws Exception {
    post("{\"id\": \"/infra/kafka.broker\", \"cmd\": \"sleep 1000\", \"instances\": 1}");
    ServerGroupId id = new ServerGroupId("demo", "dcos-east__infra", "kafka.broker");

    assertThat(shown(id, g -> g.up() == 1).application()).isEmpty();
    finish(new Resize(id, 2, false));
    assertThat(shown(id, g -> g.up() == 2).group()).isEqualTo("/infra");
  }

  @Test
  void readsAClusterOnceWhateverTheNumberOfAccounts() {
    shown(deployed("once", 1), g -> g.up() == 1);

    assertThat(cluster.eventReaders()).isEqualTo(1);
    assertThat(provider().accounts()).hasSize(2);
  }

  @Test
  void knowsWhoStandsBehindALoadBalancer() throws Exception {
    post(
        "{\"id\": \"/demo/lb\", \"instances\": 1, \"args\": [\"sse\", \"--group\", \"external\"],"
            + " \"container\": {\"docker\": {\"image\": \"mesosphere/marathon-lb:v1.15\"}}}");
    post(
        "{\"id\": \"/demo/web-v000\", \"cmd\": \"sleep 1000\", \"instances\": 1,"
            + " \"labels\": {\"HAPROXY_GROUP\": \"external\"}}");
    ServerGroup web = shown(new ServerGroupId("demo", "dcos-east", "web-v000"), g -> true);
    shown(new ServerGroupId("demo", "dcos-east", "lb"), g -> true);

    assertThat(provider().inventory().loadBalancers())
        .singleElement()
        .satisfies(
            balancer -> {
              assertThat(balancer.name()).isEqualTo("lb");
              assertThat(balancer.serverGroups()).containsExactly(web.id());
            });
  }
}
