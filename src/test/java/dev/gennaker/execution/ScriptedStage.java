package dev.gennaker.execution;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A stage type that does what a test says, by the {@code script} its settings name. */
final class ScriptedStage implements StageType<ScriptedStage.Script> {

  record Script(String script, Object value) {}

  private final Map<String, Function<StageContext, Outcome>> scripts = new ConcurrentHashMap<>();
  private final List<String> looks = new CopyOnWriteArrayList<>();
  private final List<String> cancels = new CopyOnWriteArrayList<>();

  ScriptedStage script(String name, Function<StageContext, Outcome> script) {
    scripts.put(name, script);
    return this;
  }

  /** Names of the stages looked at, in order. */
  List<String> looks() {
    return looks;
  }

  /** Names of the stages whose cancel hook was called. */
  List<String> cancels() {
    return cancels;
  }

  @Override
  public Outcome run(Script settings, StageContext context) {
    looks.add(context.name());
    return settings.script() == null
        ? Outcome.done()
        : scripts.get(settings.script()).apply(context);
  }

  @Override
  public void cancel(Script settings, StageContext context) {
    cancels.add(context.name());
  }

  /** A script may do anything. */
  @Override
  public boolean plannable() {
    return false;
  }

  @Override
  public String type() {
    return "scripted";
  }

  @Override
  public String label() {
    return "Scripted";
  }

  @Override
  public String description() {
    return "Does what a test says";
  }

  @Override
  public Category category() {
    return Category.FLOW;
  }

  @Override
  public String icon() {
    return "flask";
  }

  @Override
  public Class<Script> settings() {
    return Script.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return "";
  }

  @Override
  public boolean actsOutside() {
    return false;
  }
}
