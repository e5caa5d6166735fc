package dev.gennaker.execution;

import dev.gennaker.execution.expression.ExpressionFailed;
import dev.gennaker.execution.expression.Expressions;
import dev.gennaker.execution.expression.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the settings of a stage that is about to start, and is what their expressions see:
 * reserved roots first, then its own settings, evaluated in turn, then the outputs of its
 * ancestors, nearest first.
 */
final class StageScope implements Scope {

  /** The graph's own keys, what is evaluated elsewhere, and what editors keep for themselves. */
  static final Set<String> UNTOUCHED =
      Set.of(
          "refId", "requisiteStageRefIds", "type", "stageEnabled", "notifications", "sourceValue");

  /** For people; often about what the stage itself will bring. */
  private static final String COMMENTS = "$.comments";

  private static final Set<String> SCRIPTS = Set.of("cmd", "args", "command");
  private static final Pattern SHELL = Pattern.compile("[A-Z_][A-Z0-9_]*([:%#/^,@-].*)?");

  /** A setting that has no value. */
  record Failed(String path, ExpressionFailed why) {}

  private final Run run;
  private final RunStage stage;
  private final ExecutionFunctions functions;
  private final Map<String, Object> written;
  private final Map<String, @Nullable Object> evaluated = new LinkedHashMap<>();
  private final Map<String, Object> variables = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final List<Failed> failures = new ArrayList<>();
  private final Expressions expressions = new Expressions(this);
  private final List<RunStage> ancestors;
  private @Nullable Map<String, Object> execution;

  StageScope(Run run, RunStage stage, ExecutionFunctions functions) {
    this.run = run;
    this.stage = stage;
    this.functions = functions;
    this.written = stage.state().written();
    this.ancestors = Ancestry.upstream(run, stage);
  }

  /** The settings with every expression evaluated; those with {@link #failures} as written. */
  Map<String, Object> evaluate() {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    written.keySet().forEach(key -> all.put(key, own(key)));
    return Collections.unmodifiableMap(all);
  }

  /** One setting with its expressions evaluated; null where it is not set. */
  @Nullable Object setting(String key) {
    return written.containsKey(key) ? own(key) : null;
  }

  /** What had no value, in order. */
  List<Failed> failures() {
    return failures;
  }

  /**
   * A condition without braces.
   *
   * @throws ExpressionFailed where it is neither true nor false
   */
  boolean test(String expression) {
    return expressions.test(expression);
  }

  @Override
  public Optional<Object> find(String name) {
    return switch (name) {
      case "execution" -> Optional.of(execution());
      case "trigger" -> Optional.of(run.created().trigger());
      case "buildInfo" -> BuildRoots.buildInfo(run, ancestors);
      case "scmInfo" -> BuildRoots.scmInfo(run, ancestors);
      case "parameters" -> Optional.of(parameters());
      default -> {
        if (written.containsKey(name) && !underWay.contains(name)) {
          yield Optional.of(Objects.requireNonNullElse(own(name), NULL));
        }
        yield Optional.ofNullable(variables.get(name)).or(() -> inherited(name));
      }
    };
  }

  @Override
  public Collection<String> names() {
    Set<String> names = new LinkedHashSet<>(List.of("execution", "trigger", "parameters"));
    names.addAll(written.keySet());
    names.addAll(variables.keySet());
    ancestors.forEach(before -> names.addAll(before.state().outputs().keySet()));
    return names;
  }

  @Override
  public Map<String, Object> root() {
    Map<String, Object> root = new LinkedHashMap<>();
    for (RunStage before : ancestors.reversed()) {
      root.putAll(before.state().outputs());
    }
    root.putAll(written);
    evaluated.forEach(root::put);
    root.put("trigger", run.created().trigger());
    root.put("parameters", parameters());
    root.put("execution", execution());
    return root;
  }

  @Override
  public Optional<Object> call(String function, List<@Nullable Object> arguments) {
    return functions.call(function, arguments);
  }

  @Override
  public Collection<String> functions() {
    return ExecutionFunctions.NAMES;
  }

  @Override
  public String fetch(String url) {
    return functions.outside().fetch(url);
  }

  private Optional<Object> inherited(String name) {
    for (RunStage before : ancestors) {
      Object value = before.state().outputs().get(name);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return switch (name) {
      case "deployedServerGroups" ->
          Optional.of(DeployedGroups.of(ancestors.reversed().stream(), List.of()));
      case "templateVariables" -> Optional.ofNullable(run.created().trigger().get(name));
      default -> Optional.empty();
    };
  }

  private @Nullable Object own(String key) {
    if (evaluated.containsKey(key)) {
      return evaluated.get(key);
    }
    underWay.add(key);
    Object value =
        UNTOUCHED.contains(key) ? written.get(key) : walk(written.get(key), "$." + key, key);
    underWay.remove(key);
    evaluated.put(key, value);
    return value;
  }

  private @Nullable Object walk(@Nullable Object value, String path, String key) {
    return switch (value) {
      case String text when Expressions.concerns(text) -> text(text, path, isScript(key));
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> walked = new LinkedHashMap<>();
        map.forEach(
            (name, each) -> {
              String below = String.valueOf(name);
              String at = Expressions.path(path, below);
              walked.put(
                  Expressions.concerns(below) ? String.valueOf(text(below, at, false)) : below,
                  UNTOUCHED.contains(below)
                      ? each
                      : walk(each, at, key.equals("command") ? key : below));
            });
        yield Collections.unmodifiableMap(walked);
      }
      case List<?> list -> {
        List<@Nullable Object> walked = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
          Object each = walk(list.get(i), path + "[" + i + "]", key);
          walked.add(each);
          remember(path, each);
        }
        yield Collections.unmodifiableList(walked);
      }
      case null, default -> value;
    };
  }

  /** Whether a setting is a script, where {@code ${HOME}} is the shell's unless we know better. */
  static boolean isScript(String key) {
    return SCRIPTS.contains(key);
  }

  static boolean isShell(String expression) {
    return SHELL.matcher(expression).matches();
  }

  private @Nullable Object text(String text, String path, boolean script) {
    try {
      return expressions.evaluate(text, part -> script && isShell(part) && find(part).isEmpty());
    } catch (ExpressionFailed failed) {
      if (path.equals(COMMENTS)) {
        return text;
      }
      failures.add(new Failed(path, failed));
      return text;
    }
  }

  /** Variables are evaluated in order, and later ones see earlier ones. */
  private void remember(String path, @Nullable Object variable) {
    if (path.equals("$.variables")
        && stage.plan().type().equals("evaluateVariables")
        && variable instanceof Map<?, ?> map
        && map.get("key") instanceof String key
        && map.get("value") != null) {
      variables.put(key, map.get("value"));
    }
  }

  private Map<String, Object> execution() {
    Map<String, Object> view = execution == null ? ExecutionView.of(run) : execution;
    execution = view;
    return view;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> parameters() {
    return run.created().trigger().get("parameters") instanceof Map<?, ?> map
        ? (Map<String, Object>) map
        : Map.of();
  }
}
