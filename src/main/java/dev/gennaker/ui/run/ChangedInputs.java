package dev.gennaker.ui.run;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import dev.gennaker.security.Actor;
import dev.gennaker.stage.Field;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.fields.FieldForm;
import dev.gennaker.ui.fields.Fields;
import dev.gennaker.ui.fields.Suggestions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings of a stage that is to run again, while somebody changes them. What was asked at the
 * start stands there as it was answered: this run asks no more.
 */
final class ChangedInputs implements Fields {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final StageState stage;
  private final String application;
  private final StageCatalog catalog;
  private final Suggestions suggestions;
  private final Actor actor;
  private final Runnable changed;
  private final ObjectNode written;
  private ObjectNode now;
  private List<Problem> problems = List.of();

  /**
   * @param changed told after every change
   */
  ChangedInputs(
      Execution run,
      StageState stage,
      StageCatalog catalog,
      Suggestions suggestions,
      Actor actor,
      Runnable changed) {
    this.stage = stage;
    this.application = run.application();
    this.catalog = catalog;
    this.suggestions = suggestions;
    this.actor = actor;
    this.changed = changed;
    Object given = run.trigger().get("parameters");
    this.written =
        (ObjectNode)
            answered(
                JSON.valueToTree(stage.written()),
                JSON.valueToTree(given instanceof Map<?, ?> map ? map : Map.of()));
    this.now = written;
  }

  /** What is different: new values by key, null for what is gone. */
  Map<String, Object> changed() {
    Set<String> keys = new LinkedHashSet<>(written.propertyNames());
    keys.addAll(now.propertyNames());
    Map<String, @Nullable Object> different = new LinkedHashMap<>();
    for (String key : keys) {
      @Nullable JsonNode value = now.get(key);
      if (!Objects.equals(written.get(key), value)) {
        different.put(key, value == null ? null : JSON.treeToValue(value, Object.class));
      }
    }
    @SuppressWarnings("NullAway") // A null is how the engine is told that a setting goes away.
    Map<String, Object> told = (Map<String, Object>) different;
    return told;
  }

  /** What is wrong with them now; nothing is said while nothing was changed. */
  List<Problem> errors() {
    return problems.stream().filter(Problem::isError).toList();
  }

  /** All settings as they are now. */
  ObjectNode now() {
    return now;
  }

  /** Puts other settings in place of all. */
  void replace(ObjectNode settings) {
    now = settings;
    problems = now.equals(written) ? List.of() : check();
    changed.run();
  }

  @Override
  public @Nullable JsonNode read(Path path) {
    return path.read(now);
  }

  @Override
  public @Nullable JsonNode saved(Path path) {
    return path.read(written);
  }

  @Override
  public void write(Path path, @Nullable JsonNode value, Field field) {
    replace((ObjectNode) path.write(now, value));
  }

  @Override
  public List<Problem> problems(Path path) {
    String at = "$" + path;
    return problems.stream()
        .filter(
            p ->
                p.path().equals(at)
                    || p.path().startsWith(at + ".")
                    || p.path().startsWith(at + "["))
        .toList();
  }

  @Override
  public List<Choice> choices(Field field, Path path) {
    return suggestions.of(field, application, actor);
  }

  @Override
  public boolean mayAsk() {
    return false;
  }

  @Override
  public void ask(Path path, Field field) {
    // Nothing is asked in the middle of a run, so the form offers no such thing.
  }

  @Override
  public void unask(Path path, Field field) {
    // As above.
  }

  @Override
  public boolean editable() {
    return true;
  }

  private List<Problem> check() {
    @SuppressWarnings("unchecked")
    Map<String, Object> settings = JSON.treeToValue(now, Map.class);
    return catalog.find(stage.type()).map(type -> check(type, settings)).orElse(List.of());
  }

  private <C extends Record> List<Problem> check(StageType<C> type, Map<String, Object> settings) {
    return catalog.check(type, settings);
  }

  private static JsonNode answered(JsonNode value, JsonNode parameters) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JSON.createObjectNode();
      object
          .propertyStream()
          .forEach(entry -> copy.set(entry.getKey(), answered(entry.getValue(), parameters)));
      return copy;
    }
    if (value.isArray()) {
      return JSON.valueToTree(value.valueStream().map(v -> answered(v, parameters)).toList());
    }
    @Nullable String parameter = FieldForm.parameterOf(value);
    return parameter != null && parameters.hasNonNull(parameter)
        ? parameters.get(parameter)
        : value;
  }
}
