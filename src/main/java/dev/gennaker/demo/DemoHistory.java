package dev.gennaker.demo;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StartRequest;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Past runs: at the very first start the pipelines are really run, in the background. Version 1.8.3
 * goes to test and, approved, to both clusters' production; 1.8.4-rc1 fails in test and is taken
 * back out; 1.8.4 follows it there.
 */
@Component
@Profile("demo")
class DemoHistory {

  private static final Logger LOG = LoggerFactory.getLogger(DemoHistory.class);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Actor APPROVER = new Actor("approver", Set.of("approver"));

  private final DemoClusters clusters;
  private final Pipelines pipelines;
  private final Executions executions;
  private final Judgments judgments;
  private final Clock clock;
  private final boolean wanted;

  DemoHistory(
      DemoClusters clusters,
      Pipelines pipelines,
      Executions executions,
      Judgments judgments,
      Clock clock,
      @Value("${gennaker.demo.history:true}") boolean wanted) {
    this.clusters = clusters;
    this.pipelines = pipelines;
    this.executions = executions;
    this.judgments = judgments;
    this.clock = clock;
    this.wanted = wanted;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    if (wanted
        && executions
            .list(ExecutionQuery.ofApplication(DemoData.SHOP, 1), DemoData.DEMO)
            .isEmpty()) {
      Thread.ofVirtual().name("demo history").start(this::make);
    }
  }

  private void make() {
    try {
      clusters.filled().join();
      run("Test web", "1.8.3");
      Execution release = run("Release web", "");
      fails("1.8.4-rc1");
      run("Test web", "1.8.4");
      clusters.memory().release(new DemoMemory.Released(release.id(), release.createdAt()));
      LOG.info("The demo's history is made");
    } catch (PipelineInvalid e) {
      LOG.warn("The demo's history ends early: {} {}", e.getMessage(), e.problems());
    } catch (RuntimeException e) {
      LOG.info("The demo's history ends early: {}", e.toString());
    }
  }

  /** An image nobody can pull. */
  private void fails(String version) {
    DemoCluster east = clusters.all().getFirst();
    String next = "/demo/shop-test-web-v022";
    Map<String, String> knobs = new HashMap<>();
    knobs.put("SIM_FAIL", "true");
    knobs.put("SIM_FAIL_MESSAGE", "manifest for registry.local/shop/web:" + version + " not found");
    east.turn(next, knobs);
    try {
      run("Test web", version);
    } finally {
      knobs.replaceAll((knob, value) -> null);
      east.turn(next, knobs);
    }
  }

  private Execution run(String name, String version) {
    Pipeline pipeline = pipelines.find(DemoData.SHOP, name, DemoData.DEMO).orElseThrow();
    Map<String, Object> parameters = version.isEmpty() ? Map.of() : Map.of("version", version);
    String id =
        executions.start(
            StartRequest.of(
                pipeline,
                Map.of(
                    "type",
                    "manual",
                    "user",
                    DemoData.DEMO.name(),
                    "parameters",
                    parameters,
                    "correlationId",
                    "demo-history-" + name + version)),
            DemoData.DEMO);
    Instant until = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(until)) {
      Execution now = executions.find(id, DemoData.DEMO).orElseThrow();
      if (now.status().isComplete()) {
        return now;
      }
      judgments.waiting(APPROVER).stream()
          .filter(judgment -> judgment.executionId().equals(id))
          .forEach(this::approve);
      DemoCluster.pause();
    }
    throw new IllegalStateException(name + " did not end within " + PATIENCE.toMinutes() + " min");
  }

  private void approve(Judgment judgment) {
    judgments.answer(
        judgment.executionId(),
        judgment.stageId(),
        Verdict.Decision.CONTINUE,
        "",
        "East looks good, error rate as before.",
        APPROVER);
  }
}
