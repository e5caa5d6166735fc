package dev.gennaker.ui.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.stage.StageType;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Facts;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Lineage;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a judge looks at: what would change, what happened so far, the inputs, the record. */
final class Evidence extends Div {

  private final StageCatalog catalog;

  Evidence(StageCatalog catalog, Judgment judgment, Execution execution, StageState stage) {
    this.catalog = catalog;
    addClassName("ev");
    add(changes(Lineage.after(execution, stage), execution.trigger()));
    List<StageState> before = Lineage.before(execution, stage);
    if (!before.isEmpty()) {
      add(soFar(before));
    }
    if (execution.trigger().get("parameters") instanceof Map<?, ?> inputs && !inputs.isEmpty()) {
      add(inputs(inputs));
    }
    add(record(judgment));
  }

  private Component changes(List<StageState> stages, Map<String, Object> trigger) {
    Section section = Dom.section("", "What would change", -1);
    if (stages.isEmpty()) {
      section.add(Dom.p("Nothing comes after this stage; the run only ends.", "ink2", "pl"));
    }
    for (StageState stage : stages) {
      Optional<StageType<?>> type = catalog.find(stage.type());
      section.add(
          Dom.div(
              "pl",
              Dom.spanOf(
                  "pw",
                  new Icon(type.map(StageType::icon).orElse("puzzle"), "i14"),
                  Dom.span(type.map(StageType::label).orElse(stage.type()), "b", "trunc")),
              Dom.spanOf(
                  "pa",
                  Dom.span(stage.name(), "m"),
                  Dom.span(type.map(t -> headline(t, stage, trigger)).orElse(""), "ink2"))));
    }
    return section;
  }

  private static String headline(StageType<?> type, StageState stage, Map<String, Object> trigger) {
    return Inputs.of(trigger).fill(type.headline(stage.context()));
  }

  private static Component soFar(List<StageState> stages) {
    Section section = Dom.section("", "So far", -1);
    for (StageState stage : stages) {
      Status status = Status.of(stage.status(), stage.waiting() != null, false);
      Div line =
          Dom.div(
              "ck",
              StatusWord.shape(status),
              Dom.span(stage.name(), "m", "trunc"),
              Dom.span(status.word(), "ink2"));
      if (stage.startedAt() != null && stage.endedAt() != null) {
        line.add(
            Dom.span(
                Words.elapsed(Duration.between(stage.startedAt(), stage.endedAt())),
                "r",
                "ink2",
                "tn"));
      }
      section.add(line);
    }
    return section;
  }

  private static Component inputs(Map<?, ?> inputs) {
    Section section = Dom.section("", "Inputs of the run", inputs.size());
    Facts facts = new Facts();
    inputs.forEach((name, value) -> facts.mono(String.valueOf(name), String.valueOf(value)));
    section.add(facts);
    return section;
  }

  private static Component record(Judgment judgment) {
    Section section = Dom.section("recs", "Record", -1);
    Verdict verdict = judgment.verdict();
    if (verdict != null) {
      boolean approved = verdict.decision() == Verdict.Decision.CONTINUE;
      Div words =
          Dom.div(
              "",
              Dom.div(
                  "line",
                  Dom.span(verdict.by(), "m"),
                  Dom.span(
                      (approved ? " approved" : " stopped the run")
                          + (verdict.input().isEmpty() ? "" : ": " + verdict.input()))));
      if (!verdict.reason().isEmpty()) {
        words.add(Dom.p(verdict.reason(), "ink2"));
      }
      section.add(
          Dom.div(
              "rec",
              StatusWord.shape(approved ? Status.SUCCEEDED : Status.STOPPED),
              words,
              Dom.spanOf("ink3 s", Moment.clock(verdict.at()))));
    }
    if (judgment.withdrawnAt() != null) {
      section.add(
          Dom.div(
              "rec",
              StatusWord.shape(Status.SKIPPED),
              Dom.span("Nobody needs to answer any more: the stage ended without."),
              Dom.spanOf("ink3 s", Moment.clock(judgment.withdrawnAt()))));
    }
    section.add(
        Dom.div(
            "rec",
            StatusWord.shape(Status.HELD),
            Dom.div(
                "",
                Dom.span(judgment.askedBy(), "m"),
                Dom.span(
                    judgment.roles().isEmpty()
                        ? " asked whoever may judge in " + judgment.application()
                        : " asked "
                            + String.join(" or ", judgment.roles().stream().sorted().toList()))),
            Dom.spanOf("ink3 s", Moment.clock(judgment.askedAt()))));
    return section;
  }
}
