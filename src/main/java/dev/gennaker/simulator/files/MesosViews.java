package dev.gennaker.simulator.files;

import dev.gennaker.simulator.marathon.Agent;
import dev.gennaker.simulator.marathon.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tasks and executors as Mesos prints them; of ended tasks without a message, as a real one. */
final class MesosViews {

  private static final int LIMIT = 100;
  private static final int COMPLETED = 150;

  private final List<SandboxSource> sources;

  MesosViews(List<SandboxSource> sources) {
    this.sources = sources;
  }

  ObjectNode tasks(Map<String, List<String>> query) {
    List<String> wanted = query.getOrDefault("task_id", List.of());
    Stream<Sandbox> found =
        wanted.isEmpty()
            ? sources.stream().flatMap(SandboxSource::all).limit(LIMIT)
            : sources.stream().flatMap(s -> Stream.ofNullable(s.find(wanted.getFirst())));
    ObjectNode out = Json.object();
    ArrayNode list = out.putArray("tasks");
    found.forEach(sandbox -> list.add(task(sandbox)));
    return out;
  }

  private static ObjectNode task(Sandbox sandbox) {
    ObjectNode out =
        Json.object("id", sandbox.task())
            .put("name", sandbox.task())
            .put("framework_id", sandbox.framework())
            .put("executor_id", "")
            .put("slave_id", sandbox.agent().id())
            .put("state", sandbox.state());
    ArrayNode labels = out.putArray("labels");
    sandbox
        .labels()
        .forEachEntry(
            (key, value) -> labels.addObject().put("key", key).put("value", value.asString("")));
    Instant ended = sandbox.ended();
    ObjectNode status = out.putArray("statuses").addObject();
    status
        .put("state", sandbox.state())
        .put("timestamp", (ended == null ? sandbox.begun() : ended).toEpochMilli() / 1000.0);
    status
        .putObject("container_status")
        .putObject("container_id")
        .put("value", sandbox.container());
    return out;
  }

  /** GET /slave(1)/state: what runs and ran there, by framework. */
  ObjectNode state(Agent agent) {
    ObjectNode out = Json.object("id", agent.id()).put("hostname", agent.host());
    ArrayNode frameworks = out.putArray("frameworks");
    out.putArray("completed_frameworks");
    for (SandboxSource source : sources) {
      List<Sandbox> here = source.all().filter(s -> s.agent().equals(agent)).toList();
      if (here.isEmpty()) {
        continue;
      }
      ObjectNode framework =
          frameworks.addObject().put("id", here.getFirst().framework()).put("active", true);
      ArrayNode running = framework.putArray("executors");
      here.stream().filter(s -> s.ended() == null).forEach(s -> running.add(executor(s)));
      ArrayNode completed = framework.putArray("completed_executors");
      here.reversed().stream()
          .filter(s -> s.ended() != null)
          .limit(COMPLETED)
          .forEach(s -> completed.add(executor(s)));
    }
    return out;
  }

  private static ObjectNode executor(Sandbox sandbox) {
    ObjectNode out =
        Json.object("id", sandbox.task())
            .put("source", sandbox.task())
            .put("container", sandbox.container())
            .put("directory", sandbox.directory());
    out.putArray(sandbox.ended() == null ? "tasks" : "completed_tasks").add(task(sandbox));
    return out;
  }
}
