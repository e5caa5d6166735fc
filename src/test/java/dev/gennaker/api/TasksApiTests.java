package dev.gennaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tasks as spin and Chaos Monkey send them. */
class TasksApiTests extends ApiContract {

  @Test
  void createsChangesAndDeletesAnApplication() {
    run("createApplication", "{\"name\":\"cart\",\"email\":\"a@b\",\"mine\":{\"k\":1}}");
    run("updateApplication", "{\"name\":\"cart\",\"email\":\"c@d\"}");

    JsonNode cart = get("/api/applications/cart").json();
    assertThat(cart.path("attributes").path("email").stringValue()).isEqualTo("c@d");
    assertThat(cart.path("attributes").path("mine").path("k").intValue()).isEqualTo(1);
    assertThat(get("/api/applications").json().findValuesAsString("name")).contains("cart");

    run("deleteApplication", "{\"name\":\"cart\"}");
    assertThat(get("/api/applications/cart").status()).isEqualTo(404);
  }

  @Test
  void endsInstances() {
    cloud.add("east", "taskshop-web-v001", "web:1", 2);

    Reply started =
        post(
            "/api/applications/taskshop/tasks",
            """
            {"application":"taskshop","description":"Chaos","job":[{"type":"terminateInstances",
             "user":"chaosmonkey","credentials":"test","region":"east","cloudProvider":"memory",
             "serverGroupName":"taskshop-web-v001","instanceIds":["taskshop-web-v001.0"]}]}""");

    assertThat(started.status()).as(started.text()).isEqualTo(200);
    JsonNode task = awaitStatus("/api" + started.json().path("ref").stringValue(), "SUCCEEDED");
    assertThat(task.path("name").stringValue()).isEqualTo("Chaos");
    assertThat(task.path("execution").path("type").stringValue()).isEqualTo("ORCHESTRATION");
    assertThat(cloud.log())
        .contains(
            new Operation.Terminate(
                cloud.get("east", "taskshop-web-v001").id(),
                List.of("taskshop-web-v001.0"),
                false));
    assertThat(get("/api/applications/taskshop/tasks").json()).isNotEmpty();
  }

  @Test
  void pointsAtWhatIsWrongWithAJob() {
    Reply refused =
        post(
            "/api/tasks",
            "{\"application\":\"shop\",\"job\":[{\"type\":\"fly\"},7,{\"type\":\"wait\"}]}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("problems").findValuesAsString("path"))
        .containsExactly("$.job[0].type", "$.job[1]", "$.job[2].waitTime");
    assertThat(
            post(
                    "/api/tasks",
                    "{\"job\":[{\"type\":\"createApplication\",\"application\":{\"name\":\"a-b\"}}]}")
                .json()
                .path("problems")
                .findValuesAsString("path"))
        .containsExactly("$.job[0].application.name");
  }

  @Test
  void asksForPermission() {
    assertThat(
            send(
                    "bob",
                    "POST",
                    "/api/tasks",
                    "{\"application\":\"x\",\"job\":[{\"type\":\"wait\",\"waitTime\":0}]}")
                .status())
        .isEqualTo(403);
  }

  private void run(String type, String application) {
    Reply started =
        post(
            "/api/tasks",
            "{\"job\":[{\"type\":\"%s\",\"application\":%s}]}".formatted(type, application));
    assertThat(started.status()).as(started.text()).isEqualTo(200);
    awaitStatus("/api" + started.json().path("ref").stringValue(), "SUCCEEDED");
  }
}
