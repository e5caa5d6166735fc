package dev.gennaker.stage.terminate;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ends instances; the platform replaces them. */
@Component
class TerminateStage implements StageType<Terminate> {

  private final Terminating terminating;

  TerminateStage(Terminating terminating) {
    this.terminating = terminating;
  }

  @Override
  public String type() {
    return "terminateInstances";
  }

  @Override
  public String label() {
    return "Terminate instances";
  }

  @Override
  public String description() {
    return "Ends single instances; the platform starts others in their place.";
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
  public Outcome run(Terminate settings, StageContext context) {
    return terminating.run(settings, false, context);
  }
}
