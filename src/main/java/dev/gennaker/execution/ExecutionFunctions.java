package dev.gennaker.execution;

import dev.gennaker.execution.expression.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of expressions that look at the execution.
 *
 * @param outside what they ask beyond it
 */
record ExecutionFunctions(Run run, RunStage stage, Outside outside, Instant now) {

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
          "triggerResolvedArtifact",
          "triggerResolvedArtifactByType",
          "resolvedArtifacts",
          "applicationMetadata",
          "doNotEval",
          "now");

  /** Functions of Spinnaker that make no sense here, and why. */
  static final Map<String, String> REFUSED =
      Map.of(
          "canaryConfigNameToId",
          "There are no canary configurations here; write the id, or remove the stage",
          "manifestLabelValue",
          "There are no Kubernetes manifests on DC/OS; #deployedServerGroups() tells what a stage"
              + " deployed",
          "cfServiceKey",
          "There are no Cloud Foundry services here; take the values from a parameter or from"
              + " #jsonFromUrl(…)");

  Optional<Object> call(String function, List<@Nullable Object> arguments) {
    @Nullable String refusal = REFUSED.get(function);
    if (refusal != null) {
      throw Scope.fail("#%s: %s".formatted(function, refusal));
    }
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
          DeployedGroups.of(
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
      case "triggerResolvedArtifact" -> artifact("name", text(function, arguments, 0));
      case "triggerResolvedArtifactByType" -> artifact("type", text(function, arguments, 0));
      case "resolvedArtifacts" -> TriggerArtifacts.of(run.created().trigger());
      case "applicationMetadata" -> application(text(function, arguments, 0));
      case "doNotEval" -> text(function, arguments, 0);
      case "now" -> now.atZone(ZoneOffset.UTC);
      default -> throw new IllegalStateException(function);
    };
  }

  private Optional<Object> pipeline(String application, String name) {
    return outside.pipelineId(application, name).map(id -> id);
  }

  private Object artifact(String key, String wanted) {
    List<Map<?, ?>> artifacts = TriggerArtifacts.of(run.created().trigger());
    return artifacts.stream()
        .filter(artifact -> wanted.equals(artifact.get(key)))
        .findFirst()
        .orElseThrow(
            () ->
                Scope.fail(
                    "No artifact of the trigger has the %s %s; there are %s"
                        .formatted(
                            key, wanted, artifacts.stream().map(each -> each.get(key)).toList())));
  }

  private Object application(String name) {
    return outside
        .application(name)
        .orElseThrow(() -> Scope.fail("There is no application " + name));
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
