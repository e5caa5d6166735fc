package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Imagined;
import dev.gennaker.stage.PlanWorld;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Lets the stages of a plan see the clouds as the stages before them would leave them. */
@Component
class ImaginedClouds implements PlanWorld {

  @Override
  public UnaryOperator<Runnable> open() {
    Imagined imagined = Imagined.current().orElseGet(Imagined::new);
    return work ->
        () ->
            imagined.enter(
                () -> {
                  work.run();
                  return true;
                });
  }
}
