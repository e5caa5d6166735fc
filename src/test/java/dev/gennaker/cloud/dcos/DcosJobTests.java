package dev.gennaker.cloud.dcos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.Operation.RunJob;
import dev.gennaker.cloud.Progress;
import dev.gennaker.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs of jobs on a simulated Metronome: once, to their end, with a reason. */
class DcosJobTests extends JobScenario {

  @Test
  void runsAJobToItsEndAndRemovesIt() {
    Map<String, Object> outputs = finish(job("shop.migrate-db"));

    assertThat(outputs)
        .containsEntry("status", "SUCCEEDED")
        .containsEntry("exitCode", 0)
        .containsEntry("account", "demo")
        .containsEntry("region", "dcos-east")
        .containsKeys("runId", "taskId");
    assertThat(String.valueOf(outputs.get("jobId"))).startsWith("shop.migrate-db.");
    assertThat(Progress.JOB_OUTPUTS).containsAll(outputs.keySet());
    assertThat(cluster.requestLog().find("DELETE", "/v1/jobs/shop.migrate-db")).hasSize(1);
    JsonNode sent = sent();
    assertThat(sent.at("/labels/gennaker.application").asString()).isEqualTo("shop");
    assertThat(sent.at("/labels/gennaker.user").asString()).isEqualTo("ada");
    assertThat(sent.at("/labels/gennaker.definition").asString()).hasSize(12);
  }

  private JsonNode sent() {
    var calls = cluster.requestLog().find("POST", CREATES);
    return JsonMapper.shared().readTree(calls.getLast().body());
  }

  @Test
  void keepsTheDefinitionWhereAsked() {
    RunJob keep = new RunJob("demo", "dcos-east", body("keep"), true, true);
    finish(keep);
    assertThat(cluster.requestLog().find("DELETE", "/v1/jobs")).isEmpty();
  }

  @Test
  void isDoneAtOnceWhereNobodyWaits() {
    RunJob job =
        new RunJob("demo", "dcos-east", body("later", "SIM_NEVER_ENDS", "true"), false, false);
    assertThat(finish(job)).containsEntry("status", "RUNNING").containsKey("runId");
    assertThat(cluster.requestLog().find("DELETE", "/v1/jobs")).isEmpty();
  }

  @Test
  void failsWithExitCodeAndMessage() {
    var failed = (Progress.Failed) drive(job("bad", "SIM_EXIT_CODE", "3"), key());

    assertThat(failed.reason())
        .startsWith("Job bad.")
        .contains("failed on dcos-east: Command exited with status 3.");
    assertThat(failed.evidence()).containsEntry("exitCode", 3).containsKeys("jobId", "runId");
    assertThat(cluster.requestLog().find("DELETE", "/v1/jobs")).isEmpty();
  }

  @Test
  void failsWithoutAReasonWhereMesosMayNotBeAsked() {
    cluster.fault(new Fault("POST", "/mesos/api/v1", 9, 403, false));
    var failed = (Progress.Failed) drive(job("bad", "SIM_FAIL", "true"), key());
    assertThat(failed.reason()).contains("nobody can say why");
    assertThat(failed.evidence()).doesNotContainKey("exitCode");
  }

  @Test
  void saysWhatItWaitsFor() {
    String key = key();
    RunJob job = job("waits", "SIM_NO_OFFERS", "true");
    until(job, key, saying("waits for an agent of dcos-east that fits it"));
    RunJob runs = job("runs", "SIM_NEVER_ENDS", "true");
    Progress progress = until(runs, key(), saying("runs on dcos-east"));
    assertThat(((Progress.Working) progress).evidence())
        .containsEntry("status", "ACTIVE")
        .containsEntry("taskState", "TASK_RUNNING");
  }

  @Test
  void refusesWhatMetronomeWouldBeforeAnythingIsSent() {
    Map<String, Object> body = Map.of("general", Map.of("id", "No Id", "cmd", "x"));
    var failed =
        (Progress.Failed)
            provider()
                .carryOut(new RunJob("demo", "dcos-east", body, true, false), key(), Map.of(), BY);
    assertThat(failed.retryable()).isFalse();
    assertThat(failed.reason()).contains("$.general.id");
    assertThat(cluster.requestLog().find("POST", "metronome")).isEmpty();
  }

  @Test
  void startsOnceThoughTheFirstLookIsRepeatedWithoutMemory() {
    String key = key();
    RunJob job = job("once", "SIM_NEVER_ENDS", "true");
    provider().carryOut(job, key, Map.of(), BY);
    restart(new DcosRig.HandClock());
    Progress again = provider().carryOut(job, key, Map.of(), BY);

    assertThat(starts()).hasSize(1);
    assertThat(memory(again)).containsKey("run");
  }

  @Test
  void startsOnceThoughItWasOverBeforeTheRepeatedLook() {
    String key = key();
    RunJob job = job("quick");
    Progress first = provider().carryOut(job, key, Map.of(), BY);
    Object run = memory(first).get("run");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> provider().carryOut(job, key, Map.of(), BY), saying("ended well"));

    assertThat(((Progress.Finished) drive(job, key)).outputs()).containsEntry("runId", run);
    assertThat(starts()).hasSize(1);
  }

  @Test
  void startsOnceThoughTheAnswersAreLost() {
    cluster.fault(Fault.lostAnswer("POST", CREATES));
    cluster.fault(Fault.lostAnswer("POST", STARTS));
    finish(job("lost"));
    assertThat(starts()).hasSize(1);
    assertThat(cluster.requestLog().find("POST", CREATES)).hasSize(1);
  }

  @Test
  void isDoneThoughTheAnswerOfTheRemovalIsLost() {
    cluster.fault(Fault.lostAnswer("DELETE", "/v1/jobs"));
    finish(job("gone"));
    assertThat(starts()).hasSize(1);
  }

  @Test
  void sitsOutABurstOfErrors() {
    cluster.fault(Fault.burst(503, 5));
    finish(job("burst"));
    assertThat(starts()).filteredOn(call -> call.status() == 201).hasSize(1);
  }

  @Test
  void givesEachRunItsOwnImage() {
    Map<String, Object> docker =
        Map.of("general", Map.of("id", "img"), "labels", Map.of("SIM_RUN_SECONDS", "0"));
    for (String image : List.of("shop/web:1", "shop/web:2")) {
      Map<String, Object> body = new java.util.HashMap<>(docker);
      body.put("docker", Map.of("image", Map.of("imageId", image)));
      assertThat(finish(new RunJob("demo", "dcos-east", body, true, false)))
          .containsEntry("image", image);
      assertThat(sent().at("/run/docker/image").asString()).isEqualTo(image);
    }
    assertThat(cluster.requestLog().find("PUT", "/v1/jobs")).isEmpty();
    assertThat(starts().getFirst().path()).isNotEqualTo(starts().getLast().path());
  }

  @Test
  void failsWhereSomebodyDeletesOrStopsIt() {
    RunJob job = job("deleted", "SIM_NEVER_ENDS", "true");
    String key = key();
    Progress runs = until(job, key, saying("runs on dcos-east"));
    String id = String.valueOf(((Progress.Working) runs).evidence().get("jobId"));
    call("DELETE", "/v1/jobs/" + id + "?stopCurrentJobRuns=true");
    var failed = (Progress.Failed) provider().carryOut(job, key, memory(runs), BY);
    assertThat(failed.reason()).startsWith("Somebody deleted job deleted.");
    assertThat(starts()).hasSize(1);
  }

  @Test
  void stopsARunThatIsCalledOff() {
    RunJob job = job("long", "SIM_NEVER_ENDS", "true");
    String key = key();
    Progress runs = until(job, key, saying("runs on dcos-east"));
    cluster.fault(new Fault("POST", "actions/stop", 1, 503, false));
    provider().callOff(job, key, BY);

    var failed = (Progress.Failed) drive(job, key);
    assertThat(failed.reason()).contains("terminated with signal");
    provider().callOff(job, key, BY);
    provider().callOff(job, key(), BY);
    assertThat(cluster.requestLog().find("POST", "actions/stop"))
        .filteredOn(call -> call.status() == 200)
        .hasSize(1);
    assertThat(memory(runs)).containsKey("run");
  }

  private void call(String method, String path) {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      var uri = java.net.URI.create(cluster.metronomeUrl() + path);
      client.send(
          java.net.http.HttpRequest.newBuilder(uri)
              .method(method, java.net.http.HttpRequest.BodyPublishers.noBody())
              .build(),
          java.net.http.HttpResponse.BodyHandlers.discarding());
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
