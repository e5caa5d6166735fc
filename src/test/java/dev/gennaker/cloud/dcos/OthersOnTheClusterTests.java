package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Capacity;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Operation.Resize;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.simulator.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on a cluster besides apps: pods, and what the Mesos master tells. */
class OthersOnTheClusterTests extends DcosScenario {

  private static final String POD =
      """
      {"id": "/demo/front/pair", "labels": {"team": "sails", "gennaker.application": "shop"},
       "scaling": {"kind": "fixed", "instances": %d},
       "containers": [
         {"name": "one", "image": {"kind": "DOCKER", "id": "registry.local/shop/pair:1.2"},
          "exec": {"command": {"shell": "serve"}}, "resources": {"cpus": 0.2, "mem": 64},
          "endpoints": [{"name": "web", "hostPort": 0}]},
         {"name": "two", "exec": {"command": {"shell": "log"}}, "resources": {"cpus": 0.1, "mem": 32}}]}
      """;

  @Test
  void aPodIsShownAndFollowed() {
    await()
        .until(
            () ->
                provider().inventory().locations().getFirst().freshness()
                    instanceof Freshness.Live);
    call("POST", "/v2/pods", POD.formatted(2));

    ServerGroup pod = pod(2);
    assertThat(pod.kind()).isEqualTo(ServerGroup.Kind.POD);
    assertThat(pod.id()).hasToString("demo:dcos-east_front:pair");
    assertThat(pod.application()).isEqualTo("shop");
    assertThat(pod.image()).isEqualTo("registry.local/shop/pair:1.2");
    assertThat(pod.labels()).containsEntry("team", "sails");
    assertThat(pod.resources().cpus()).isBetween(0.39, 0.41);
    assertThat(pod.instances()).allMatch(i -> i.health() == Health.UP && !i.host().isEmpty());
    assertThat(pod.instances().getFirst().ports()).hasSize(1);
    assertThat(provider().inventory().definition(pod.id()).orElseThrow())
        .contains("registry.local/shop/pair:1.2");

    call("PUT", "/v2/pods/demo/front/pair", POD.formatted(3));
    pod(3);
    call("DELETE", "/v2/pods/demo/front/pair", "");
    await().until(() -> found().isEmpty());
  }

  @Test
  void aPodThatWasThereIsInTheFirstPicture() {
    call("POST", "/v2/pods", POD.formatted(1));
    restart(clock);

    pod(1);
  }

  @Test
  void aPodIsNotChangedAsAnApp() {
    call("POST", "/v2/pods", POD.formatted(1));

    Progress resized = drive(new Resize(pod(1).id(), 4, false), key());

    assertThat(resized).isInstanceOf(Progress.Failed.class);
    assertThat(pod(1).desired()).isEqualTo(1);
  }

  @Test
  void appsAreShownWherePodsMayNotBeSeen() {
    cluster.fault(new Fault("GET", "/v2/pods", 100, 403, false));
    restart(new DcosRig.HandClock());

    shown(deployed("alone", 1), group -> group.up() == 1);
  }

  @Test
  void agentsRolesAndFrameworksTellWhatTheyUse() {
    shown(deployed("used", 4), group -> group.up() == 4);

    Capacity capacity = provider().inventory().capacity("dcos-east").orElseThrow();

    assertThat(capacity.machines()).hasSize(5);
    assertThat(capacity.all().total().cpus()).isEqualTo(160);
    assertThat(capacity.all().total().gpus()).isEqualTo(4);
    assertThat(capacity.all().used().mem()).isEqualTo(128);
    assertThat(capacity.all().instances()).isEqualTo(4);
    assertThat(capacity.machines().getFirst().note()).startsWith("rack rack-");
    assertThat(capacity.roles()).extracting(Capacity.Use::name).containsExactly("*");
    assertThat(capacity.roles().getFirst().used().mem()).isEqualTo(128);
    assertThat(capacity.frameworks()).extracting(Capacity.Use::name).containsExactly("marathon");
    assertThat(capacity.frameworks().getFirst().used().cpus()).isBetween(0.39, 0.41);
  }

  @Test
  void theMasterIsAskedOnceForAllWhoLook() {
    provider().inventory().capacity("dcos-east");
    provider().inventory().capacity("dcos-east");

    assertThat(cluster.requestLog().find("GET", "/mesos/state-summary")).hasSize(1);
    assertThat(provider().inventory().capacity("dcos-nowhere")).isEmpty();
  }

  @Test
  void rolesThatMayNotBeSeenHideNoAgents() {
    cluster.fault(new Fault("GET", "/mesos/roles", 10, 403, false));

    Capacity capacity = provider().inventory().capacity("dcos-east").orElseThrow();

    assertThat(capacity.machines()).hasSize(5);
    assertThat(capacity.roles()).isEmpty();
  }

  private ServerGroup pod(int up) {
    return await()
        .until(this::found, pod -> pod.filter(p -> p.up() == up).isPresent())
        .orElseThrow();
  }

  private Optional<ServerGroup> found() {
    return provider().inventory().serverGroups().stream()
        .filter(group -> group.path().equals("/demo/front/pair"))
        .findFirst();
  }

  private void call(String method, String path, String body) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      int status =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(cluster.marathonUrl() + path))
                      .header("Content-Type", "application/json")
                      .method(method, BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.discarding())
              .statusCode();
      assertThat(status).isLessThan(300);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
