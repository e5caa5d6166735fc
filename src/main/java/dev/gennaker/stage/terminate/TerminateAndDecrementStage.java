package dev.gennaker.stage.terminate;

import org.springframework.stereotype.Component;

/** Ends instances and lowers the size by as many; asks traffic guards when none would remain. */
@Component
class TerminateAndDecrementStage extends Terminating {

  TerminateAndDecrementStage(TerminateSteps steps) {
    super(steps, true);
  }

  @Override
  public String type() {
    return "terminateInstanceAndDecrementServerGroup";
  }

  @Override
  public String label() {
    return "Terminate and decrement";
  }

  @Override
  public String description() {
    return "Ends single instances and makes their server group smaller by as many.";
  }
}
