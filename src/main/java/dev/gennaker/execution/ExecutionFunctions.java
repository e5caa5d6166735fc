package dev.gennaker.execution;

import dev.gennaker.execution.expression.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The functions of expressions that look at the execution.
 *
 * @param pipelineId finds a pipeline's id by application and name
 */
record ExecutionFunctions(
    Run run, RunStage stage, BiFunction<String, String, Optional<String>> pipelineId, Instant now) {

  static final Set<String> NAMES =
      Set.of(
          "stage",
          "stageByRefId",
          "stageExists",
          "currentStage",
          "currentUser",
          "judgment",
          "judgement",
          "deployedServerGroups",
          "pipelineId",
          "pipelineIdOrNull",
          "pipelineIdInApplication",
          "doNotEval",
          "now");

  Optional<Object> call(String function, List<@Nullable Object> arguments) {
    return NAMES.contains(function) ? Optional.of(value(function, arguments)) : Optional.empty();
  }

  private Object value(String function, List<@Nullable Object> arguments) {
    return switch (function) {
      case "stage" -> ExecutionView.of(named(text(function, arguments, 0)));
      case "stageByRefId" -> ExecutionView.of(byRefId(text(function, arguments, 0)));
      case "stageExists" -> find(text(function, arguments, 0)).isPresent();
      case "currentStage" -> ExecutionView.of(stage);
      case "currentUser" -> run.created().startedBy().name();
      case "judgment", "judgement" -> judgment(named(text(function, arguments, 0)));
      case "deployedServerGroups" ->
          deployed(
              run.stages().values().stream(), arguments.stream().map(String::valueOf).toList());
      case "pipelineId" ->
          pipeline(run.created().application(), text(function, arguments, 0))
              .orElseThrow(() -> Scope.fail("There is no pipeline " + arguments.getFirst()));
      case "pipelineIdOrNull" ->
          pipeline(run.created().application(), text(function, arguments, 0)).orElse(Scope.NULL);
      case "pipelineIdInApplication" ->
          pipeline(text(function, arguments, 1), text(function, arguments, 0))
              .orElseThrow(
                  () ->
                      Scope.fail(
                          "There is no pipeline %s in application %s"
                              .formatted(arguments.get(0), arguments.get(1))));
      case "doNotEval" -> text(function, arguments, 0);
      case "now" -> now.atZone(ZoneOffset.UTC);
      default -> throw new IllegalStateException(function);
    };
  }

  /**
   * Server groups that stages deployed, latest first; of some stages only where names are given.
   */
  static List<Map<String, Object>> deployed(Stream<RunStage> stages, List<String> names) {
    List<Map<String, Object>> found = new ArrayList<>();
    stages
        .filter(each -> names.isEmpty() || names.contains(each.plan().name()))
        .forEach(each -> found.addAll(deployed(each)));
    return found.reversed();
  }

  private static List<Map<String, Object>> deployed(RunStage stage) {
    List<Map<String, Object>> found = new ArrayList<>();
    Map<String, Object> outputs = stage.state().outputs();
    Object account =
        outputs.getOrDefault(
            "deploy.account.name",
            stage
                .state()
                .context()
                .getOrDefault("account", stage.state().context().get("credentials")));
    if (!(outputs.get("deploy.server.groups") instanceof Map<?, ?> groups)) {
      return found;
    }
    groups.forEach(
        (region, names) -> {
          for (Object name : names instanceof List<?> list ? list : List.of(names)) {
            Map<String, Object> group = new LinkedHashMap<>();
            group.put("account", account == null ? "" : account);
            group.put("region", region);
            group.put("serverGroup", name);
            group.put("parentStage", stage.plan().name());
            group.put("deployments", outputs.getOrDefault("deployments", List.of()));
            found.add(group);
          }
        });
    return found;
  }

  private Optional<Object> pipeline(String application, String name) {
    return pipelineId.apply(application, name).map(id -> id);
  }

  private static Object judgment(RunStage stage) {
    StageState state = stage.state();
    Object input =
        state.outputs().getOrDefault("judgmentInput", state.context().get("judgmentInput"));
    if (input == null && state.failure() != null) {
      input = state.failure().evidence().get("judgmentInput");
    }
    if (input == null) {
      throw Scope.fail("Stage %s has no judgment".formatted(stage.plan().name()));
    }
    return input;
  }

  private RunStage named(String nameOrId) {
    return find(nameOrId)
        .orElseThrow(
            () ->
                Scope.fail(
                    "There is no stage %s; there are %s"
                        .formatted(
                            nameOrId,
                            run.topLevel().stream().map(each -> each.plan().name()).toList())));
  }

  private Optional<RunStage> find(String nameOrId) {
    return run.stages().values().stream()
        .filter(each -> each.plan().name().equals(nameOrId) || each.id().equals(nameOrId))
        .findFirst();
  }

  private RunStage byRefId(String refId) {
    return run.stages().values().stream()
        .filter(each -> each.plan().refId().equals(refId))
        .findFirst()
        .orElseThrow(() -> Scope.fail("There is no stage with refId " + refId));
  }

  private static String text(String function, List<@Nullable Object> arguments, int i) {
    Object value = i < arguments.size() ? arguments.get(i) : null;
    if (value == null) {
      throw Scope.fail("#%s needs a value as argument %d".formatted(function, i + 1));
    }
    return value.toString();
  }
}
