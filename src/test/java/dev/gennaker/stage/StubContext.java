package dev.gennaker.stage;

import dev.gennaker.security.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a stage sees, set by hand; time stands still until {@link #pass}. */
public final class StubContext implements StageContext {

  public String executionId = "01EXECUTION";
  public String application = "shop";
  public String stageId = "01STAGE";
  public String refId = "1";
  public Actor actor = new Actor("ada", Set.of("dev"));
  public Instant started = Instant.parse("2026-01-01T12:00:00Z");
  public Instant now = started;
  public final Map<String, Object> memory = new HashMap<>();
  public final Map<String, Object> settings = new HashMap<>();
  public final Map<String, Object> signals = new HashMap<>();
  public final Map<String, Object> written = new HashMap<>();
  public final Map<String, Object> trigger = new HashMap<>();
  public final List<Upstream> upstream = new ArrayList<>();
  public List<Upstream> children = List.of();

  /** Set where the execution is only planned. */
  public @Nullable PlanNotes notes;

  /** The stage found these outputs upstream. */
  public StubContext after(String refId, String type, Map<String, Object> outputs) {
    upstream.addFirst(new Upstream(refId, type, type, true, Map.of(), outputs));
    return this;
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  /** The context of a child stage. */
  public StubContext child(String key) {
    StubContext child = new StubContext();
    child.executionId = executionId;
    child.application = application;
    child.actor = actor;
    child.stageId = stageId + "-" + key;
    child.refId = refId + ">" + key;
    child.started = now;
    child.now = now;
    child.trigger.putAll(trigger);
    child.notes = notes;
    return child;
  }

  @Override
  public String executionId() {
    return executionId;
  }

  @Override
  public String application() {
    return application;
  }

  @Override
  public String pipeline() {
    return "Release";
  }

  @Override
  public String stageId() {
    return stageId;
  }

  @Override
  public String refId() {
    return refId;
  }

  @Override
  public String name() {
    return "Stage " + refId;
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant startedAt() {
    return started;
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public Map<String, Object> memory() {
    return Map.copyOf(memory);
  }

  @Override
  public Map<String, Object> signals() {
    return Map.copyOf(signals);
  }

  @Override
  public Map<String, Object> written() {
    return written;
  }

  @Override
  public Optional<Object> find(String key) {
    return Optional.ofNullable(settings.get(key))
        .or(
            () ->
                upstream.stream()
                    .flatMap(stage -> Optional.ofNullable(stage.outputs().get(key)).stream())
                    .findFirst());
  }

  @Override
  public List<Upstream> upstream() {
    return upstream;
  }

  @Override
  public Map<String, Object> trigger() {
    return trigger;
  }

  @Override
  public Optional<PlanNotes> plan() {
    return Optional.ofNullable(notes);
  }

  @Override
  public String operationKey(String part) {
    return stageId + "/1/" + part;
  }

  @Override
  public List<Upstream> children() {
    return children;
  }
}
