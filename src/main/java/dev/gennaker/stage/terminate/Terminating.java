package dev.gennaker.stage.terminate;

import dev.gennaker.cloud.Progress;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What both terminate stages are; they differ in whether the server group gets smaller. */
abstract class Terminating implements StageType<Terminate> {

  private final TerminateSteps steps;
  private final boolean decrement;

  Terminating(TerminateSteps steps, boolean decrement) {
    this.steps = steps;
    this.decrement = decrement;
  }

  @Override
  public Category category() {
    return Category.OPERATE;
  }

  @Override
  public String icon() {
    return "circle-stop";
  }

  @Override
  public Class<Terminate> settings() {
    return Terminate.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    return Terminate.headline(settings);
  }

  @Override
  public List<Problem> check(Terminate settings) {
    return settings.ids().isEmpty()
        ? List.of(
            Problem.error(
                "$.instanceIds", "It names no instance.", "Give the id of at least one instance."))
        : List.of();
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Progress.OUTPUTS);
  }

  @Override
  public Outcome run(Terminate settings, StageContext context) {
    return steps.run(settings, decrement, context);
  }
}
