package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Operation;
import dev.gennaker.stage.Outcome;
import java.util.List;

/** What a stage decided on its first look. */
public sealed interface Decision {

  /** Carry these out, one after another. It is remembered before the first one starts. */
  record Act(List<Operation> steps) implements Decision {

    public Act {
      steps = List.copyOf(steps);
    }
  }

  /** Nothing to carry out: say this. */
  record Instead(Outcome outcome) implements Decision {}

  static Decision act(Operation... steps) {
    return new Act(List.of(steps));
  }
}
