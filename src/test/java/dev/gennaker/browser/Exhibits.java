package dev.gennaker.browser;

import static org.awaitility.Awaitility.await;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Waiting;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.springframework.boot.test.context.TestComponent;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes what stories look at: pipelines and runs of an application of their own. */
@TestComponent
class Exhibits {

  static final Actor DEMO = new Actor("demo", Set.of(Actor.ADMIN));
  private static final Actor OTHER = new Actor("somebody", Set.of(Actor.ADMIN));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger count = new AtomicInteger();
  private final Applications applications;
  private final Pipelines pipelines;
  private final Executions executions;
  private final Clouds clouds;
  private final Clock clock;

  Exhibits(
      Applications applications,
      Pipelines pipelines,
      Executions executions,
      Clouds clouds,
      Clock clock) {
    this.clouds = clouds;
    this.clock = clock;
    this.applications = applications;
    this.pipelines = pipelines;
    this.executions = executions;
  }

  /** Saves a pipeline of these stages, JSON objects with commas between; its name gets a number. */
  Pipeline pipeline(String name, String stages) {
    applications.save("gallery", JsonMapper.shared().createObjectNode(), OTHER);
    return save(
        json(
            "{\"application\": \"gallery\", \"name\": \"%s\", \"stages\": [%s]}"
                .formatted(name + " " + count.incrementAndGet(), stages)));
  }

  Pipeline save(ObjectNode document) {
    return pipelines.save(document, null, "", OTHER);
  }

  /** Saves another revision of it. */
  Pipeline resave(Pipeline pipeline, ObjectNode document) {
    return pipelines.save(document, pipeline.revision(), "", OTHER);
  }

  static String editor(Pipeline pipeline) {
    return address(pipeline) + "/edit";
  }

  static String plan(Pipeline pipeline) {
    return address(pipeline) + "/plan";
  }

  private static String address(Pipeline pipeline) {
    return "/applications/%s/pipelines/%s"
        .formatted(
            pipeline.application(),
            URLEncoder.encode(pipeline.name(), StandardCharsets.UTF_8).replace("+", "%20"));
  }

  /** Starts a run of these stages and gives its id. */
  String run(String name, String stages) {
    return executions.start(
        StartRequest.of(
            pipeline(name, stages), Map.of("type", "manual", "parameters", Map.of("size", "6"))),
        DEMO);
  }

  /** A run of a pipeline that has ended, with a parameter {@code size}. */
  String ended(Pipeline pipeline, String size) {
    String id =
        executions.start(
            StartRequest.of(pipeline, Map.of("type", "manual", "parameters", Map.of("size", size))),
            DEMO);
    until(id, run -> run.status().isComplete());
    return id;
  }

  /** A run in which one stage is done, one takes long and one asks. */
  String live() {
    String id =
        run(
            "Live",
            """
            {"refId": "1", "type": "wait", "name": "Short", "requisiteStageRefIds": [], "waitTime": 0},
            {"refId": "2", "type": "wait", "name": "Long", "requisiteStageRefIds": ["1"], "waitTime": 3600},
            {"refId": "3", "type": "manualJudgment", "name": "Go on?", "requisiteStageRefIds": ["1"],
             "instructions": "Look at **latency** first.", "judgmentInputs": [{"value": "Canary"}, {"value": "All"}]},
            {"refId": "4", "type": "wait", "name": "Last", "requisiteStageRefIds": ["2", "3"], "waitTime": 1}""");
    until(id, run -> stage(run, "3").waiting() != null);
    return id;
  }

  /** A run that failed, with a stage that was not reached. */
  String failed() {
    String id = run("Failed", FAILS);
    until(id, run -> run.status().isComplete());
    return id;
  }

  /** A run whose stage waits for a window that opens in twelve hours. */
  String held() {
    int hour = (clock.instant().atOffset(ZoneOffset.UTC).getHour() + 12) % 24;
    String id =
        run(
            "Held",
            """
            {"refId": "1", "type": "wait", "name": "In its window", "requisiteStageRefIds": [], "waitTime": 0,
             "restrictExecutionDuringTimeWindow": true,
             "restrictedExecutionWindow": {"timeZone": "UTC",
               "whitelist": [{"startHour": %d, "startMin": 0, "endHour": %d, "endMin": 5}]}}"""
                .formatted(hour, hour));
    until(id, run -> stage(run, "1").waiting() != null);
    return id;
  }

  /** A run whose stage failed once and tries again after a long while. */
  String retrying() {
    String id =
        run(
            "Retrying",
            """
            {"refId": "1", "type": "checkPreconditions", "name": "Six are enough", "requisiteStageRefIds": [],
             "retry": {"maxAttempts": 3, "delayMs": 3600000, "onlyTransient": false},
             "preconditions": [{"type": "expression", "failPipeline": true,
               "context": {"expression": "${ 6 > 7 }"}}]},
            {"refId": "2", "type": "wait", "name": "After", "requisiteStageRefIds": ["1"], "waitTime": 0}""");
    until(id, run -> stage(run, "1").waiting() != null);
    return id;
  }

  /** A run that failed because of a setting. */
  String misconfigured() {
    String id =
        run(
            "Misconfigured",
            """
            {"refId": "1", "type": "wait", "name": "First", "requisiteStageRefIds": [], "waitTime": 0},
            {"refId": "2", "type": "wait", "name": "Soak", "requisiteStageRefIds": ["1"],
             "waitTime": "${ 'soon' }"},
            {"refId": "3", "type": "wait", "name": "Last", "requisiteStageRefIds": ["2"], "waitTime": 0}""");
    until(id, run -> run.status().isComplete());
    return id;
  }

  /** A server group nobody else touches, with three instances that are up; gives its name. */
  String group(URI cluster, String location) {
    String name = "shop-own%d-v001".formatted(count.incrementAndGet());
    Tasks.deploy(cluster, "/demo/" + name, 3);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                clouds.serverGroups("shop").stream()
                    .filter(group -> group.name().equals(name) && group.change() == null)
                    .anyMatch(group -> group.up() == 3));
    return name;
  }

  /** A run that waits for the lock of a deployment of another run, which hangs. */
  String locked(URI cluster, String location, String group) {
    hanging(cluster, location, group, 4);
    String id = resize(location, group, 5);
    until(id, run -> says(run, "locked by deployment"));
    return id;
  }

  /** A run that waits for instances nobody has room for, until the knob is taken away. */
  String hanging(URI cluster, String location, String group, int size) {
    Tasks.knob(cluster, "/demo/" + group, "{\"SIM_NO_OFFERS\": \"true\"}");
    String id = resize(location, group, size);
    until(id, run -> says(run, "of " + size));
    return id;
  }

  private static boolean says(Execution run, String part) {
    Waiting waiting = stage(run, "1").waiting();
    return waiting != null && waiting.reason().contains(part);
  }

  /** Starts a run that gives a server group a size. */
  String resize(String location, String group, int size) {
    Map<String, Object> stage = new HashMap<>();
    stage.put("refId", "1");
    stage.put("name", "Resize to " + size);
    stage.put("type", "resizeServerGroup");
    stage.put("action", "scale_exact");
    stage.put("cloudProvider", "dcos");
    stage.put("credentials", "demo");
    stage.put("region", location);
    stage.put("serverGroupName", group);
    stage.put("capacity", Map.of("min", size, "max", size, "desired", size));
    return executions.start(StartRequest.adHoc("shop", "Resize " + group, List.of(stage)), DEMO);
  }

  static final String FAILS =
      """
      {"refId": "1", "type": "wait", "name": "Before", "requisiteStageRefIds": [], "waitTime": 0},
      {"refId": "2", "type": "checkPreconditions", "name": "Six are enough", "requisiteStageRefIds": ["1"],
       "preconditions": [{"type": "expression", "failPipeline": true,
         "context": {"expression": "${ 6 > 7 }"}}]},
      {"refId": "3", "type": "wait", "name": "After", "requisiteStageRefIds": ["2"], "waitTime": 0}""";

  Execution execution(String id) {
    return executions.find(id, DEMO).orElseThrow();
  }

  Executions executions() {
    return executions;
  }

  static StageState stage(Execution run, String refId) {
    return run.topLevel().stream()
        .filter(stage -> stage.refId().equals(refId))
        .findFirst()
        .orElseThrow();
  }

  private void until(String id, Predicate<Execution> holds) {
    await().atMost(PATIENCE).until(() -> holds.test(execution(id)));
  }

  private static ObjectNode json(String text) {
    return (ObjectNode) JsonMapper.shared().readTree(text);
  }
}
