package dev.gennaker.stage;

import java.util.function.UnaryOperator;

/**
 * A world in which planned changes have happened. A bean of whoever shows stages a world: each plan
 * opens one, and every look of that plan happens in it.
 */
public interface PlanWorld {

  /**
   * Opens a fresh one.
   *
   * @return wraps a look, so that it happens there
   */
  UnaryOperator<Runnable> open();
}
