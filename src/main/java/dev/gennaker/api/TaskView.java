package dev.gennaker.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An ad-hoc execution as Gate's clients poll it.
 *
 * @param variables what its stages put out, and the {@code exception} where it failed
 * @param steps the tasks of its stages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TaskView(
    String id,
    String name,
    String application,
    ExecutionStatus status,
    List<Variable> variables,
    List<StageView.Task> steps,
    long buildTime,
    @Nullable Long startTime,
    @Nullable Long endTime,
    ExecutionView execution) {

  static TaskView of(Execution execution) {
    ExecutionView view = ExecutionView.of(execution);
    return new TaskView(
        execution.id(),
        execution.name(),
        execution.application(),
        execution.status(),
        variables(execution),
        view.stages().stream().flatMap(stage -> stage.tasks().stream()).toList(),
        view.buildTime(),
        view.startTime(),
        view.endTime(),
        view);
  }

  private static List<Variable> variables(Execution execution) {
    List<Variable> variables = new ArrayList<>();
    execution
        .stages()
        .forEach(
            stage ->
                stage.outputs().forEach((key, value) -> variables.add(new Variable(key, value))));
    execution.stages().stream()
        .map(StageState::failure)
        .filter(Objects::nonNull)
        .map(Failure::reason)
        .findFirst()
        .ifPresent(reason -> variables.add(new Variable("exception", new Failed(reason))));
    return variables;
  }

  record Variable(String key, @Nullable Object value) {}

  /** Gate's clients read {@code details.errors}. */
  record Failed(Details details) {
    Failed(String reason) {
      this(new Details(List.of(reason)));
    }
  }

  record Details(List<String> errors) {}
}
