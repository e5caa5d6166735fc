package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.MemoryCloud;
import dev.gennaker.cloud.TrafficGuard;
import dev.gennaker.cloud.TrafficGuards;
import dev.gennaker.security.Permissions;
import dev.gennaker.security.TestPermissions;
import dev.gennaker.stage.ChildStage;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.StubContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The cloud stages on a {@link MemoryCloud}, run look by look, children one after another. With
 * {@link #crashing} every look is made twice and the first answer thrown away, as after a crash
 * between what a stage did and what is remembered of it.
 */
public final class CloudStages {

  private static final List<String> FOLDERS =
      List.of(
          "operation",
          "disable",
          "enable",
          "destroy",
          "resize",
          "terminate",
          "findimage",
          "preconditions",
          "disablecluster",
          "shrinkcluster",
          "scaledowncluster",
          "deploy",
          "clone",
          "runjob",
          "restart",
          "revert",
          "cancelrollout",
          "resetdelay",
          "rollback",
          "rollbackcluster",
          "loadbalancer");

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  /** Types and names of the stages that ran, in order. */
  public final List<String> ran = new ArrayList<>();

  /** What stages of other rooms, by type, answer here; those that pass anyway need none. */
  public final Map<String, Function<Map<String, Object>, Outcome>> answers = new HashMap<>();

  /** Names of the stages that ran, in order. */
  public final List<String> names = new ArrayList<>();

  private final Map<String, String> failures = new HashMap<>();
  private final Map<String, List<String>> after = new HashMap<>();
  private boolean crashing;
  private boolean live;

  public CloudStages(MemoryCloud cloud, TrafficGuard... guards) {
    this(cloud.clouds(), guards);
  }

  public CloudStages(Clouds clouds, TrafficGuard... guards) {
    beans.registerBean(Clouds.class, () -> clouds);
    beans.registerBean(Permissions.class, () -> TestPermissions.granting(Map.of()));
    beans.registerBean(TrafficGuards.class, () -> application -> List.of(guards));
    beans.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
    beans.register(StageCatalog.class);
    FOLDERS.forEach(folder -> beans.scan("dev.gennaker.stage." + folder));
    beans.refresh();
  }

  /** Looks take real time, as what they look at does. */
  public CloudStages live() {
    live = true;
    return this;
  }

  public CloudStages crashing() {
    crashing = true;
    return this;
  }

  /** The child stage of that name fails, whatever it did. */
  public CloudStages failing(String name, String reason) {
    failures.put(name, reason);
    return this;
  }

  public List<Problem> check(String type, Map<String, Object> settings) {
    StageCatalog catalog = beans.getBean(StageCatalog.class);
    return catalog.check(catalog.find(type).orElseThrow(), settings);
  }

  public String headline(String type, Map<String, Object> settings) {
    return beans.getBean(StageCatalog.class).find(type).orElseThrow().headline(settings);
  }

  /** One look. */
  public Outcome look(String type, Map<String, Object> settings, StubContext context) {
    return look(beans.getBean(StageCatalog.class).find(type).orElseThrow(), settings, context);
  }

  private <C extends Record> Outcome look(
      StageType<C> type, Map<String, Object> settings, StubContext context) {
    return type.run(beans.getBean(StageCatalog.class).read(type, settings), context);
  }

  public void cancel(String type, Map<String, Object> settings, StubContext context) {
    cancel(beans.getBean(StageCatalog.class).find(type).orElseThrow(), settings, context);
  }

  private <C extends Record> void cancel(
      StageType<C> type, Map<String, Object> settings, StubContext context) {
    type.cancel(beans.getBean(StageCatalog.class).read(type, settings), context);
  }

  public Outcome run(String type, Map<String, Object> settings) {
    return run(type, settings, new StubContext());
  }

  /** Looks until it has ended. */
  public Outcome run(String type, Map<String, Object> settings, StubContext context) {
    if (type.equals("wait") || answers.containsKey(type)) {
      return answers.getOrDefault(type, any -> Outcome.done()).apply(settings);
    }
    context.settings.putAll(settings);
    while (true) {
      Outcome outcome = settle(type, settings, context);
      if (!(outcome instanceof Outcome.Expanded(List<ChildStage> children, var memory))) {
        return outcome;
      }
      context.memory.putAll(memory);
      Outcome failed = runAll(children, context);
      if (failed != null) {
        return failed;
      }
    }
  }

  /** Looks until it says something else than to look again. */
  private Outcome settle(String type, Map<String, Object> settings, StubContext context) {
    if (live) {
      Outcome[] last = new Outcome[1];
      Awaitility.await(type + " ends")
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> !((last[0] = step(type, settings, context)) instanceof Outcome.LookAgain));
      return last[0];
    }
    for (int look = 0; look < 200; look++) {
      Outcome outcome = step(type, settings, context);
      if (!(outcome instanceof Outcome.LookAgain)) {
        return outcome;
      }
    }
    throw new AssertionError(type + " did not end");
  }

  private Outcome step(String type, Map<String, Object> settings, StubContext context) {
    if (crashing) {
      look(type, settings, context);
    }
    Outcome outcome = look(type, settings, context);
    if (outcome instanceof Outcome.LookAgain(Duration after, var waiting, var memory)) {
      context.memory.putAll(memory);
      context.pass(after);
    }
    return outcome;
  }

  /** Those that were not there before; null unless one failed that may not. */
  private @Nullable Outcome runAll(List<ChildStage> children, StubContext parent) {
    for (ChildStage child : children) {
      StubContext context = parent.child(child.key());
      if (find(parent.children, context.refId).isPresent()) {
        continue;
      }
      ran.add(child.type());
      names.add(child.name());
      upstream(child.after(), parent, context);
      context.upstream.addAll(parent.upstream);
      Outcome outcome = run(child.type(), child.settings(), context);
      String failure = failures.get(child.name());
      outcome = failure == null ? outcome : Outcome.failed(failure);
      if (outcome instanceof Outcome.Failed && !child.mayFail()) {
        return outcome;
      }
      List<StageContext.Upstream> all = new ArrayList<>(parent.children);
      all.add(
          new StageContext.Upstream(
              context.refId,
              child.type(),
              child.name(),
              outcome instanceof Outcome.Done,
              outcome instanceof Outcome.Failed failed ? failed.reason() : "",
              child.settings(),
              outcome instanceof Outcome.Done(var made) ? made : Map.<String, Object>of()));
      parent.children = all;
      after.put(context.refId, child.after());
    }
    return null;
  }

  /** What a child waits for, and what that waited for. */
  private void upstream(List<String> keys, StubContext parent, StubContext context) {
    for (String key : keys) {
      String refId = parent.child(key).refId;
      StageContext.Upstream before =
          find(parent.children, refId)
              .orElseThrow(() -> new AssertionError(context.refId + " stands before " + key));
      if (!context.upstream.contains(before)) {
        context.upstream.add(before);
        upstream(after.getOrDefault(refId, List.of()), parent, context);
      }
    }
  }

  private static Optional<StageContext.Upstream> find(
      List<StageContext.Upstream> children, String refId) {
    return children.stream().filter(child -> child.refId().equals(refId)).findFirst();
  }
}
