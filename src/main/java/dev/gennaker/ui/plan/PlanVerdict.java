package dev.gennaker.ui.plan;

import com.vaadin.flow.component.html.Div;
import dev.gennaker.execution.ExecutionPlan;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.stage.Problem;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Words;
import java.util.List;

/** The plan in a few banners: how it would end, what would stop it, what it would wait for. */
final class PlanVerdict extends Div {

  PlanVerdict() {
    addClassName("plan-verdict");
    Dom.named(this, "plan-verdict");
  }

  void show(ExecutionPlan plan, List<Foreseen> stages) {
    removeAll();
    if (plan.expected() != ExecutionStatus.SUCCEEDED) {
      add(
          Banner.failed(
              "It would not succeed%s"
                  .formatted(
                      plan.reason().isEmpty() ? "." : ": " + Words.sentence(plan.reason()))));
    }
    for (String before : plan.before()) {
      add(Banner.waiting("clock", Dom.span("Before it starts: " + Words.sentence(before))));
    }
    long obstacles = stages.stream().mapToLong(Foreseen::obstacles).sum();
    if (obstacles > 0) {
      add(
          Banner.waiting(
              "triangle-alert",
              Dom.span(
                  "%s would stop it. What comes after is planned as if nothing had."
                      .formatted(Words.count(obstacles, "obstacle")))));
    }
    if (plan.clear()) {
      add(Banner.note("Nothing known would stop it."));
    }
    if (!plan.atLeast().isZero()) {
      add(
          Banner.waiting(
              "hourglass",
              Dom.span(
                  "It would take at least %s of waiting; work outside is not counted."
                      .formatted(Words.age(plan.atLeast())))));
    }
  }

  /** It could not even start. */
  void refuse(String what, List<Problem> problems) {
    removeAll();
    add(Banner.failed(Words.sentence(what)));
    for (Problem problem : problems) {
      add(Banner.waiting("triangle-alert", Dom.span(problem.message() + " " + problem.fix())));
    }
  }
}
