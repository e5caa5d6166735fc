package dev.gennaker.stage.terminate;

import org.springframework.stereotype.Component;

/** Ends instances; the platform replaces them. */
@Component
class TerminateStage extends Terminating {

  TerminateStage(TerminateSteps steps) {
    super(steps, false);
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
}
