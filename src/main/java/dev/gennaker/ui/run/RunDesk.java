package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Executions;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.StageCatalog;
import dev.gennaker.ui.kit.Lineage;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people do with a run: decide, skip, retry, cancel; the shell says what is refused and why.
 */
@org.springframework.stereotype.Component
class RunDesk {

  private final Executions executions;
  private final Judgments judgments;
  private final Permissions permissions;
  private final StageCatalog catalog;

  RunDesk(
      Executions executions, Judgments judgments, Permissions permissions, StageCatalog catalog) {
    this.executions = executions;
    this.judgments = judgments;
    this.permissions = permissions;
    this.catalog = catalog;
  }

  RunGraph graph() {
    return new RunGraph(catalog);
  }

  boolean maySteer(Execution execution, Actor actor) {
    return permissions.allows(actor, Permission.EXECUTE, execution.application());
  }

  /** Ids of the stages whose judgment this person may answer. */
  Set<String> needsYou(Execution execution, Actor actor) {
    return execution.stages().stream()
        .filter(s -> Standing.isJudgment(s) && s.startedAt() != null && !s.status().isComplete())
        .filter(
            s ->
                judgments
                    .of(execution.id(), s.id(), actor)
                    .filter(j -> j.verdict() == null && judgments.mayAnswer(j, actor))
                    .isPresent())
        .map(StageState::id)
        .collect(Collectors.toSet());
  }

  Optional<Judgment> judgment(Execution execution, StageState stage, Actor actor) {
    return Standing.isJudgment(stage)
        ? judgments.of(execution.id(), stage.id(), actor)
        : Optional.empty();
  }

  /** The question while it waits, the record once it is answered. */
  Component shown(Judgment judgment, Actor actor, Runnable changed) {
    if (judgment.verdict() != null || judgment.withdrawnAt() != null) {
      return record(judgment);
    }
    return new JudgmentForm(
        judgment,
        judgments.mayAnswer(judgment, actor),
        (decision, input, reason) -> {
          judgments.answer(
              judgment.executionId(), judgment.stageId(), decision, input, reason, actor);
          changed.run();
        });
  }

  private static Component record(Judgment judgment) {
    @Nullable Verdict verdict = judgment.verdict();
    return verdict == null
        ? new Paragraph("Withdrawn without an answer.")
        : new Paragraph(
            "%s by %s%s%s"
                .formatted(
                    verdict.decision() == Verdict.Decision.CONTINUE ? "Approved" : "Stopped",
                    verdict.by(),
                    verdict.input().isBlank() ? "" : ", chose " + verdict.input(),
                    verdict.reason().isBlank() ? "." : ": " + verdict.reason()));
  }

  void act(String action, Execution execution, StageState stage, Actor actor, Runnable changed) {
    switch (action) {
      case "skip" ->
          executions.signal(execution.id(), stage.id(), Map.of("skipRemainingWait", true), actor);
      case "again" -> executions.signal(execution.id(), stage.id(), Map.of(), actor);
      case "retry" -> retry(execution, stage, actor, changed);
      default -> {
        // deciding happens in the panel, which selecting the stage has opened
      }
    }
  }

  private void retry(Execution execution, StageState stage, Actor actor, Runnable changed) {
    confirm(
        "Retry from " + stage.name(),
        "Runs again: %s. Everything else keeps its results.".formatted(again(execution, stage)),
        "Retry",
        null,
        reason -> {
          executions.restart(execution.id(), stage.id(), Map.of(), actor);
          changed.run();
        });
  }

  /** What a retry runs again: the stage and everything after it. */
  static String again(Execution execution, StageState stage) {
    return Stream.concat(Stream.of(stage), Lineage.after(execution, stage).stream())
        .map(StageState::name)
        .collect(Collectors.joining(", "));
  }

  void cancel(Execution execution, Actor actor, Runnable changed) {
    confirm(
        "Cancel " + execution.name(),
        "Running stages are stopped at once; what they did already stays as it is.",
        "Cancel the run",
        "Reason",
        reason -> {
          executions.cancel(execution.id(), reason, actor);
          changed.run();
        });
  }

  private static void confirm(
      String title, String text, String verb, @Nullable String ask, Consumer<String> then) {
    Dialog dialog = new Dialog(title);
    TextArea reason = new TextArea(ask == null ? "" : ask);
    reason.setVisible(ask != null);
    reason.setId("reason");
    dialog.add(new Div(new Paragraph(text), reason));
    Button go =
        new Button(
            verb,
            e -> {
              dialog.close();
              then.accept(reason.getValue());
            });
    go.setId("confirm");
    go.addThemeVariants(ButtonVariant.PRIMARY);
    dialog.getFooter().add(new Button("Not now", e -> dialog.close()), go);
    dialog.open();
  }
}
