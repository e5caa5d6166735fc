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
          "runjob");

  private final AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();

  /** Types and names of the stages that ran, in order. */
  public final List<String> ran = new ArrayList<>();

  private boolean crashing;

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

  public CloudStages crashing() {
    crashing = true;
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
    if (type.equals("wait")) {
      return Outcome.done();
    }
    context.settings.putAll(settings);
    for (int look = 0; look < 200; look++) {
      if (crashing) {
        look(type, settings, context);
      }
      Outcome outcome = look(type, settings, context);
      switch (outcome) {
        case Outcome.LookAgain(Duration after, var waiting, var memory) -> {
          context.memory.putAll(memory);
          context.pass(after);
        }
        case Outcome.Expanded(List<ChildStage> children, var memory) -> {
          context.memory.putAll(memory);
          Outcome failed = runAll(children, context);
          if (failed != null) {
            return failed;
          }
        }
        default -> {
          return outcome;
        }
      }
    }
    throw new AssertionError(type + " did not end");
  }

  private Outcome runAll(List<ChildStage> children, StubContext parent) {
    Map<String, StageContext.Upstream> ended = new HashMap<>();
    List<StageContext.Upstream> all = new ArrayList<>();
    for (ChildStage child : children) {
      if (!ended.keySet().containsAll(child.after())) {
        throw new AssertionError(child.key() + " stands before " + child.after());
      }
      ran.add(child.type());
      StubContext context = parent.child(child.key());
      child.after().forEach(key -> context.upstream.add(ended.get(key)));
      context.upstream.addAll(parent.upstream);
      Outcome outcome = run(child.type(), child.settings(), context);
      if (outcome instanceof Outcome.Failed && !child.mayFail()) {
        return outcome;
      }
      Map<String, Object> outputs =
          outcome instanceof Outcome.Done(var made) ? made : Map.<String, Object>of();
      StageContext.Upstream upstream =
          new StageContext.Upstream(
              context.refId, child.type(), child.name(), true, child.settings(), outputs);
      ended.put(child.key(), upstream);
      all.add(upstream);
    }
    parent.children = all;
    return null;
  }
}
