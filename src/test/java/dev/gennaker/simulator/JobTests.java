package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Jobs of the simulated Metronome: definitions, runs, history and schedules. */
class JobTests {

  private static final String JOBS = "/v1/jobs";
  private final StillCluster still = StillCluster.start();
  private final MarathonCalls calls = new MarathonCalls(still.cluster.metronomeUrl());

  @AfterEach
  void stop() {
    still.close();
  }

  private static String job(String id, String more) {
    return "{'id':'%s','run':{'cpus':0.1,'mem':32,'disk':0,'cmd':'true'}%s}"
        .formatted(id, more)
        .replace('\'', '"');
  }

  private String started(String id, String... labels) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < labels.length; i += 2) {
      all.append(i > 0 ? "," : "").append("'%s':'%s'".formatted(labels[i], labels[i + 1]));
    }
    calls.post(JOBS, job(id, ",'labels':{" + all + "}")).expect(201);
    return calls.post(JOBS + "/" + id + "/runs", "{}").expect(201).at("/id").asString();
  }

  private JsonNode run(String id, String run) {
    return calls.get(JOBS + "/" + id + "/runs/" + run).expect(200).at("");
  }

  private JsonNode history(String id) {
    return calls.get(JOBS + "/" + id + "?embed=history").expect(200).at("/history");
  }

  @Test
  void createsReadsChangesAndDeletesJobs() {
    calls.get(JOBS).expect(200);
    JsonNode made = calls.post(JOBS, job("shop.migrate", "")).expect(201).at("");
    assertThat(made.at("/run/restart/policy").asString()).isEqualTo("NEVER");
    assertThat(made.at("/run/maxLaunchDelay").asInt()).isEqualTo(3600);
    assertThat(calls.post(JOBS, job("shop.migrate", "")).expect(409).at("/message").asString())
        .isEqualTo("Job with this id already exists");
    String other = job("ignored", ",'labels':{'a':'b'}").replace("'", "\"");
    assertThat(calls.put(JOBS + "/shop.migrate", other).expect(200).at("/id").asString())
        .isEqualTo("shop.migrate");
    assertThat(calls.get(JOBS).at("/0/labels/a").asString()).isEqualTo("b");
    calls.delete(JOBS + "/shop.migrate").expect(200);
    assertThat(calls.get(JOBS + "/shop.migrate").expect(404).at(""))
        .isEqualTo(MarathonCalls.json("{\"id\":\"shop.migrate\",\"message\":\"Job not found\"}"));
    calls.put(JOBS + "/shop.migrate", other).expect(404);
    calls.delete(JOBS + "/shop.migrate").expect(404);
    calls.get(JOBS + "/Not_Valid").expect(400);
    calls.post(JOBS + "/shop.migrate", other).expect(404);
  }

  @Test
  void refusesWhatTheSchemaDoesNotAllow() {
    Map<String, String> wrong =
        Map.of(
            "{'id':'/a','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x'}}", "/id",
            "{'id':'a','run':{'cpus':1,'mem':32,'cmd':'x'}}", "/run",
            "{'id':'a','run':{'cpus':1,'mem':16,'disk':0,'cmd':'x'}}", "/run/mem",
            "{'id':'a','run':{'cpus':1,'mem':32,'disk':0}}", "/run",
            "{'id':'a','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x','maxLaunchDelaySeconds':3}}",
                "/run",
            "{'id':'a','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x','restart':{'policy':'MAYBE'}}}",
                "/run/restart/policy",
            "{'id':'a','run':{'cpus':1,'mem':32,'disk':0,'cmd':'x','env':{'A':{'secret':'s'}}}}",
                "/run");
    wrong.forEach(
        (body, path) -> {
          var refused = calls.post(JOBS, body.replace('\'', '"')).expect(422);
          assertThat(refused.at("/message").asString()).isEqualTo("Object is not valid");
          assertThat(refused.at("/details/0/path").asString()).as(body).isEqualTo(path);
        });
    calls.post(JOBS, "{").expect(400);
  }

  @Test
  void runsAJobToItsEndAndRemembersIt() {
    String run = started("ok", "SIM_RUN_SECONDS", "10");
    assertThat(run("ok", run).at("/status").asString()).isEqualTo("INITIAL");
    still.pass(0.1);
    assertThat(run("ok", run).at("/status").asString()).isEqualTo("STARTING");
    calls.delete(JOBS + "/ok").expect(409);
    still.pass(3);
    JsonNode active = run("ok", run);
    assertThat(active.at("/status").asString()).isEqualTo("ACTIVE");
    assertThat(active.at("/tasks/0/status").asString()).isEqualTo("TASK_RUNNING");
    assertThat(calls.get(JOBS + "/ok?embed=activeRuns,historySummary").at("/activeRuns"))
        .hasSize(1);
    still.pass(10);
    assertThat(calls.get(JOBS + "/ok/runs/" + run).expect(404).at("/message").asString())
        .isEqualTo("Job Run not found");
    assertThat(history("ok").at("/successCount").asInt()).isEqualTo(1);
    assertThat(history("ok").at("/successfulFinishedRuns/0/id").asString()).isEqualTo(run);
    assertThat(history("ok").at("/successfulFinishedRuns/0/tasks")).hasSize(1);
    assertThat(calls.get(JOBS + "/ok/runs").at("")).isEmpty();
    calls.get(JOBS + "/ok?embed=nonsense").expect(400);
  }

  @Test
  void tellsMesosWhyATaskFailed() {
    String run = started("bad", "SIM_EXIT_CODE", "3");
    still.pass(5);
    JsonNode failed = history("bad").at("/failedFinishedRuns/0");
    assertThat(failed.at("/id").asString()).isEqualTo(run);
    JsonNode task =
        new MarathonCalls(still.cluster.baseUrl())
            .post("/mesos/api/v1", "{\"type\":\"GET_TASKS\"}")
            .expect(200)
            .at("/get_tasks/completed_tasks/0");
    assertThat(task.at("/task_id/value").asString()).isEqualTo(failed.at("/tasks/0").asString());
    assertThat(task.at("/statuses/0/message").asString()).isEqualTo("Command exited with status 3");
  }

  @Test
  void triesAgainOnFailureUntilTheDeadline() {
    calls
        .post(
            JOBS,
            """
            {"id":"again","labels":{"SIM_FAIL":"2"},
             "run":{"cpus":0.1,"mem":32,"disk":0,"cmd":"true",
                    "restart":{"policy":"ON_FAILURE","activeDeadlineSeconds":600}}}
            """)
        .expect(201);
    calls.post(JOBS + "/again/runs", null).expect(201);
    still.pass(20);
    assertThat(history("again").at("/successfulFinishedRuns/0/tasks")).hasSize(3);
  }

  @Test
  void stopsRuns() {
    String run = started("long", "SIM_NEVER_ENDS", "true");
    still.pass(5);
    calls.post(JOBS + "/long/runs/" + run + "/actions/stop", "{}").expect(200);
    assertThat(run("long", run).at("/status").asString()).isEqualTo("ACTIVE");
    still.pass(1);
    assertThat(history("long").at("/failedFinishedRuns/0/id").asString()).isEqualTo(run);
    calls.post(JOBS + "/long/runs/" + run + "/actions/stop", "{}").expect(404);
    String waiting = started("waits", "SIM_NO_OFFERS", "true");
    calls.post(JOBS + "/waits/runs/" + waiting + "/actions/stop", "{}").expect(200);
    assertThat(history("waits").at("/failureCount").asInt()).isEqualTo(1);
    started("gone", "SIM_NEVER_ENDS", "true");
    calls.delete(JOBS + "/gone?stopCurrentJobRuns=true").expect(200);
    calls.get(JOBS + "/gone").expect(404);
  }

  @Test
  void givesUpWhatIsNeverPlaced() {
    String run = started("never", "SIM_NO_OFFERS", "true");
    still.pass(3599);
    assertThat(run("never", run).at("/status").asString()).isEqualTo("STARTING");
    still.pass(2);
    assertThat(history("never").at("/failureCount").asInt()).isEqualTo(1);
  }

  @Test
  void turnsKnobsByHandAndByApi() {
    started("a");
    still.cluster.turnJob("a", "SIM_NEVER_ENDS", "true");
    new MarathonCalls(still.cluster.baseUrl())
        .call("PATCH", "/simulator/jobs/a", "{\"SIM_NEVER_ENDS\":null,\"SIM_FAIL\":\"true\"}");
    still.pass(5);
    assertThat(history("a").at("/failureCount").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> still.cluster.turnJob("a", "SIM_NONSENSE", "1"))
        .hasMessageContaining("SIM_EXIT_CODE");
  }

  @Test
  void runsBySchedule() {
    String nightly =
        "{\"id\":\"nightly\",\"cron\":\"20 12 * * *\",\"concurrencyPolicy\":\"FORBID\"}";
    calls.post(JOBS, job("s", "")).expect(201);
    JsonNode made = calls.post(JOBS + "/s/schedules", nightly).expect(201).at("");
    assertThat(made.at("/nextRunAt").asString()).isEqualTo("2026-03-01T12:20:00.000+0000");
    calls.post(JOBS + "/s/schedules", nightly).expect(409);
    calls.post(JOBS + "/s/schedules", "{\"id\":\"xx\",\"cron\":\"never\"}").expect(422);
    still.pass(3 * 3600);
    assertThat(history("s").at("/successCount").asInt()).isEqualTo(1);
    String paused = nightly.replace("}", ",\"enabled\":false}");
    calls.put(JOBS + "/s/schedules/nightly", paused).expect(200);
    still.pass(24 * 3600);
    assertThat(history("s").at("/successCount").asInt()).isEqualTo(1);
    assertThat(calls.get(JOBS + "/s/schedules").at("")).hasSize(1);
    calls.get(JOBS + "/s/schedules/nightly").expect(200);
    calls.delete(JOBS + "/s/schedules/nightly").expect(200);
    calls.delete(JOBS + "/s/schedules/nightly").expect(404);
  }

  @Test
  void takesSchedulesOnlyFromTheOldCalls() {
    String schedules = ",'schedules':[{'id':'s1','cron':'0 0 * * *'}]";
    calls.post(JOBS, job("v1", schedules)).expect(201);
    calls.post("/v0/scheduled-jobs", job("v0", schedules)).expect(201);
    assertThat(calls.get(JOBS + "/v1?embed=schedules").at("/schedules")).isEmpty();
    assertThat(calls.get(JOBS + "/v0?embed=schedules").at("/schedules")).hasSize(1);
    calls.put("/v0/scheduled-jobs/v0", job("v0", "")).expect(200);
    assertThat(calls.get(JOBS + "/v0/schedules").at("")).isEmpty();
  }

  @Test
  void answersAtAnotherPathAndAtTheRoot() {
    try (StillCluster bare =
        StillCluster.start(StillCluster.SETTINGS.withMetronomeAt("/service/my/jobs"))) {
      new MarathonCalls(bare.cluster.metronomeUrl()).get(JOBS).expect(200);
      new MarathonCalls(bare.cluster.baseUrl()).get(JOBS).expect(200);
      bare.marathon.get("/v2/apps").expect(200);
    }
  }
}
