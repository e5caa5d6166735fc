package dev.gennaker.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sandboxes of tasks as agents give them away, by the rules of Mesos' files API. */
class SandboxTests {

  private static final int LINE = 96;
  private static final String APP =
      "{\"id\":\"/web\",\"cmd\":\"run\",\"labels\":{\"owner\":\"shop\"%s}}";

  private StillCluster still;
  private MarathonCalls door;

  @BeforeEach
  void start() {
    still = StillCluster.start();
    door = new MarathonCalls(still.cluster.baseUrl());
  }

  @AfterEach
  void stop() {
    still.close();
  }

  /** Where a task ran, asked for the way a client has to. */
  private record Place(JsonNode task, String agent, String directory) {}

  private Place place(String taskId) {
    JsonNode task = door.get("/mesos/tasks?task_id=" + taskId).expect(200).at("/tasks/0");
    String agent = "/agent/" + task.path("slave_id").asString();
    JsonNode state = door.get(agent + "/slave(1)/state").expect(200).at("/frameworks");
    String directory =
        state.findParents("directory").stream()
            .filter(executor -> executor.path("id").asString().equals(taskId))
            .map(executor -> executor.path("directory").asString())
            .findFirst()
            .orElseThrow();
    return new Place(task, agent, directory);
  }

  private Place running(String labels) {
    still.running(APP.formatted(labels));
    return place(still.taskId("/web"));
  }

  private long size(Place place, String file) {
    return read(place, file, "").at("/offset").asLong();
  }

  private MarathonCalls.Reply read(Place place, String file, String more) {
    return door.get(place.agent() + "/files/read?path=" + place.directory() + "/" + file + more);
  }

  @Test
  void saysWhereATaskRunsWithoutAMessage() {
    Place place = running("");
    assertThat(place.task().path("state").asString()).isEqualTo("TASK_RUNNING");
    assertThat(place.task().path("executor_id").asString()).isEmpty();
    assertThat(place.task().at("/labels/0/value").asString()).isEqualTo("shop");
    String container =
        place.task().at("/statuses/0/container_status/container_id/value").asString();
    assertThat(place.directory()).startsWith("/").endsWith("/runs/" + container);
    assertThat(place.task().findValue("message")).isNull();
    assertThat(door.get("/mesos/tasks?task_id=nobody").expect(200).at("/tasks")).isEmpty();
    door.get("/agent/nobody/slave(1)/state").expect(404);
  }

  @Test
  void growsWhileTheTaskRuns() {
    Place place = running(",\"SIM_LOG_RATE\":\"2\",\"SIM_LOG_LINES\":\"5\"");
    long before = size(place, "stdout");
    still.pass(10);
    long after = size(place, "stdout");

    assertThat(after - before).isEqualTo(20 * LINE);
    String once = read(place, "stdout", "&offset=" + before + "&length=500").at("/data").asString();
    still.pass(10);
    assertThat(once).hasSize(500).contains(" INFO  #").matches("(?s)(.{95}\n)+.{20}");
    assertThat(read(place, "stdout", "&offset=" + before + "&length=500").at("/data").asString())
        .isEqualTo(once);
  }

  @Test
  void readsAsMesosDoes() {
    Place place = running(",\"SIM_LOG_LINES\":\"2000\",\"SIM_LOG_RATE\":\"0\"");
    assertThat(size(place, "stdout")).isEqualTo(2000L * LINE);
    JsonNode whole = read(place, "stdout", "&offset=0").expect(200).at("");
    assertThat(whole.path("data").asString()).hasSize(65_536);
    assertThat(whole.path("offset").asLong()).isZero();
    JsonNode end = read(place, "stdout", "&offset=191000&length=-1").at("");
    assertThat(end.path("data").asString()).hasSize(1000);
    JsonNode beyond = read(place, "stdout", "&offset=999999&length=5").at("");
    assertThat(beyond.path("data").asString()).isEmpty();
    assertThat(beyond.path("offset").asLong()).isEqualTo(192_000);
    assertThat(read(place, "stdout", "&offset=-1").at("/data").asString()).isEmpty();

    door.get(place.agent() + "/files/read").expect(400);
    door.get(place.agent() + "/files/browse").expect(400);
    door.get(place.agent() + "/files/download").expect(400);
    read(place, "conf", "").expect(400);
    read(place, "stdout", "&offset=-2").expect(400);
    read(place, "stdout", "&offset=x").expect(400);
    read(place, "nothing", "").expect(404);
    read(place, "../../../../x", "").expect(404);
    door.get(place.agent() + "/files/browse?path=/etc").expect(404);
    door.get("/agent/nobody/files/browse?path=" + place.directory()).expect(404);
  }

  @Test
  void listsAndSendsFiles() {
    Place place = running("");
    String browse = place.agent() + "/files/browse?path=";
    JsonNode files = door.get(browse + place.directory()).expect(200).at("");
    assertThat(files.findValuesAsString("path"))
        .containsExactlyInAnyOrder(
            place.directory() + "/conf",
            place.directory() + "/artifact.tgz",
            place.directory() + "/stderr",
            place.directory() + "/stdout");
    assertThat(files.get(0).path("mode").asString()).isEqualTo("drwxr-xr-x");
    assertThat(door.get(browse + place.directory() + "/conf").at("/0/path").asString())
        .endsWith("/conf/app.properties");
    String latest =
        "/frameworks/%s/executors/%s/runs/latest"
            .formatted(
                place.task().path("framework_id").asString(), place.task().path("id").asString());
    assertThat(door.get(browse + latest).expect(200).at("")).hasSize(4);

    var sent =
        door.get(place.agent() + "/files/download?path=" + place.directory() + "/stdout")
            .expect(200);
    assertThat(sent.header("Content-Disposition")).isEqualTo("attachment; filename=stdout");
    assertThat(sent.raw().body()).hasSize((int) size(place, "stdout"));
    door.get(place.agent() + "/files/download?path=" + place.directory() + "/no").expect(404);
  }

  @Test
  void rotatesWhatGrowsTooLarge() {
    Place place = running(",\"SIM_LOG_RATE\":\"10\",\"SIM_LOG_ROTATE\":\"" + 50 * LINE + "\"");
    still.pass(7);
    String old = read(place, "stdout.1", "&offset=0").expect(200).at("/data").asString();
    assertThat(old).hasSize(50 * LINE);
    assertThat(size(place, "stdout")).isLessThanOrEqualTo(50 * LINE);
    read(place, "stdout.9", "").expect(404);
    still.pass(5);
    assertThat(read(place, "stdout.2", "&offset=0").at("/data").asString()).isEqualTo(old);
  }

  @Test
  void keepsWhatATaskSaidAtItsEndUntilItIsCollected() {
    still.running(APP.formatted(",\"SIM_LAST_LINE\":\"out of luck\""));
    String task = still.taskId("/web");
    still.cluster.reportTask(task, "TASK_FAILED", "Command exited with status 3");
    Place place = place(task);
    assertThat(place.task().path("state").asString()).isEqualTo("TASK_FAILED");
    assertThat(read(place, "stderr", "&offset=0").at("/data").asString())
        .isEqualTo("out of luck\n");
    long size = size(place, "stdout");
    still.pass(60);
    assertThat(size(place, "stdout")).isEqualTo(size);

    still.cluster.turn(knobs -> knobs.keepSandboxes(60));
    read(place, "stdout", "").expect(404);
    door.get(place.agent() + "/files/browse?path=" + place.directory()).expect(404);
    assertThat(place(task).directory()).isEqualTo(place.directory());
  }

  @Test
  void hasSandboxesOfJobs() {
    MarathonCalls metronome = new MarathonCalls(still.cluster.metronomeUrl());
    String job = "{\"id\":\"m\",\"run\":{\"cpus\":1,\"mem\":32,\"disk\":0,\"cmd\":\"x\"},%s}";
    String labels = "\"labels\":{\"SIM_EXIT_CODE\":\"3\",\"SIM_LOG_LINES\":\"3\"}";
    metronome.post("/v1/jobs", job.formatted(labels)).expect(201);
    String run = metronome.post("/v1/jobs/m/runs", "{}").expect(201).at("/id").asString();
    still.pass(1);
    JsonNode tasks = metronome.get("/v1/jobs/m/runs/" + run).expect(200).at("/tasks");
    still.pass(10);

    Place place = place(tasks.get(0).path("id").asString());
    assertThat(place.task().path("state").asString()).isEqualTo("TASK_FAILED");
    assertThat(read(place, "stderr", "&offset=0").at("/data").asString())
        .isEqualTo("fatal: Command exited with status 3\n");
    assertThat(size(place, "stdout")).isGreaterThanOrEqualTo(3 * LINE);
  }
}
