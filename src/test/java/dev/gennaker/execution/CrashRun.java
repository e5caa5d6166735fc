package dev.gennaker.execution;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.gennaker.database.TestDatabase;
import dev.gennaker.security.Actor;
import dev.gennaker.simulator.RequestLog;
import dev.gennaker.simulator.SimulatedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Nodes on one PostgreSQL are killed at random while they deploy to a simulated cluster; started
 * again at once. What must hold afterwards is in {@link Result}.
 */
final class CrashRun {

  private static final int NODES = 3;
  private static final int UNDER_WAY = 40;
  private static final Pattern APP = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");

  private final TestDatabase database;
  private final SimulatedCluster cluster;
  private final Path logs;
  private final Random random;
  private final Map<Integer, Process> nodes = new LinkedHashMap<>();
  private final Map<Long, String> created = new HashMap<>();
  private final CrashCache cache;
  private int started;

  /**
   * What came of it.
   *
   * @param ended executions by status
   * @param apps how often each app was created
   */
  record Result(
      int kills, int executions, Map<ExecutionStatus, Integer> ended, Map<String, Integer> apps) {

    int lost() {
      return executions - ended.getOrDefault(ExecutionStatus.SUCCEEDED, 0);
    }

    List<String> createdNotOnce() {
      return apps.entrySet().stream().filter(e -> e.getValue() != 1).map(Object::toString).toList();
    }

    @Override
    public String toString() {
      return "%d kills, %d executions: %s; %d apps created, %d of them not exactly once"
          .formatted(kills, executions, ended, apps.size(), createdNotOnce().size());
    }
  }

  CrashRun(TestDatabase database, SimulatedCluster cluster, Path logs, long seed) {
    this.database = database;
    this.cluster = cluster;
    this.logs = logs;
    this.random = new Random(seed);
    this.cache = new CrashCache(logs);
  }

  /** Until there were so many kills, and at least so many executions have ended. */
  Result run(int kills, int executions) throws Exception {
    Node.migrate(database);
    try (ConfigurableApplicationContext here = CrashNode.start(properties("watcher"))) {
      here.getBean(Scheduler.class).pause();
      cache.make(properties("first"));
      Executions api = here.getBean(Executions.class);
      for (int i = 0; i < NODES; i++) {
        fork(i);
      }
      List<String> ids = new ArrayList<>();
      Set<String> open = new HashSet<>();
      int killed = 0;
      while (killed < kills || ids.size() < executions) {
        submit(api, ids, open, killed < kills || ids.size() < executions);
        if (killed < kills && kill()) {
          killed++;
        }
        Thread.sleep(random.nextInt(200));
        open.removeIf(id -> api.find(id, Actor.SYSTEM).orElseThrow().status().isComplete());
        remember();
      }
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .ignoreNoExceptions()
          .until(
              () -> {
                remember();
                open.removeIf(id -> api.find(id, Actor.SYSTEM).orElseThrow().status().isComplete());
                return open.isEmpty();
              });
      return result(killed, ids, api);
    } finally {
      nodes.values().forEach(Process::destroyForcibly);
    }
  }

  private void submit(Executions api, List<String> ids, Set<String> open, boolean more) {
    while (more && open.size() < UNDER_WAY) {
      String id = api.start(Runs.request(pipeline(ids.size()), Map.of()), Actor.SYSTEM);
      ids.add(id);
      open.add(id);
    }
  }

  private static Map<String, Object> pipeline(int number) {
    String detail = "s" + number;
    Map<String, Object> entry =
        Map.of(
            "account",
            "crash",
            "cloudProvider",
            "dcos",
            "region",
            "east",
            "application",
            "shop",
            "stack",
            "prod",
            "freeFormDetails",
            detail,
            "desiredCapacity",
            1,
            "cpus",
            0.01,
            "mem",
            16,
            "docker",
            Map.of("image", Map.of("imageId", "shop/web:1")));
    Map<String, Object> deploy = Runs.stage("1", "deploy");
    deploy.put("type", "deploy");
    deploy.put("clusters", List.of(entry));
    return Map.of(
        "id",
        "pipeline-" + number,
        "stages",
        List.of(
            deploy,
            on("2", "resizeServerGroup", detail, Map.of("capacity", Map.of("desired", 2)), "1"),
            on("3", "disableServerGroup", detail, Map.of(), "2")));
  }

  private static Map<String, Object> on(
      String refId, String type, String detail, Map<String, Object> more, String after) {
    Map<String, Object> stage = Runs.stage(refId, type, after);
    stage.put("type", type);
    stage.put("cloudProvider", "dcos");
    stage.put("credentials", "crash");
    stage.put("regions", List.of("east"));
    stage.put("cluster", "shop-prod-" + detail);
    stage.put("target", "current_asg_dynamic");
    stage.putAll(more);
    return stage;
  }

  /** Kills one that works; false when none does yet. */
  private boolean kill() throws Exception {
    List<Integer> working = new ArrayList<>();
    for (Integer node : nodes.keySet()) {
      if (Files.readString(log(node)).contains(CrashNode.READY)) {
        working.add(node);
      }
    }
    if (working.isEmpty()) {
      return false;
    }
    Integer victim = working.get(random.nextInt(working.size()));
    Process process = nodes.get(victim);
    if (!process.isAlive()) {
      throw new IllegalStateException("A node died by itself, see " + log(victim));
    }
    process.destroyForcibly().waitFor();
    nodes.remove(victim);
    Files.delete(log(victim));
    fork(NODES + started);
    return true;
  }

  private void fork(int number) throws IOException {
    started++;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx200m", "-XX:+UseSerialGC"));
    command.addAll(cache.options());
    command.addAll(List.of("-cp", cache.classPath(), CrashNode.class.getName()));
    command.addAll(List.of(properties("node-" + number)));
    nodes.put(
        number,
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log(number).toFile())
            .start());
  }

  private String[] properties(String node) {
    return Stream.concat(
            Stream.of(database.properties()),
            Stream.of(
                "gennaker.node.name=" + node,
                "gennaker.dcos.clusters[0].name=east",
                "gennaker.dcos.clusters[0].dcos-url=" + cluster.baseUrl(),
                "gennaker.dcos.accounts[0].name=crash",
                "gennaker.dcos.accounts[0].clusters[0].name=east"))
        .toArray(String[]::new);
  }

  private Path log(int number) {
    return logs.resolve("node-" + number + ".log");
  }

  /** The cluster forgets old calls; it is asked again and again. */
  private void remember() {
    for (RequestLog.Entry call : cluster.requestLog().find("POST", "/v2/apps$")) {
      Matcher app = APP.matcher(call.body());
      if (call.status() == 201 && app.find()) {
        created.put(call.number(), app.group(1));
      }
    }
  }

  private Result result(int killed, List<String> ids, Executions api) {
    Map<ExecutionStatus, Integer> ended = new HashMap<>();
    ids.forEach(
        id -> ended.merge(api.find(id, Actor.SYSTEM).orElseThrow().status(), 1, Integer::sum));
    Map<String, Integer> apps = new HashMap<>();
    created.values().forEach(app -> apps.merge(app, 1, Integer::sum));
    return new Result(killed, ids.size(), ended, apps);
  }
}
