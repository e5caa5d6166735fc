package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
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
import dev.gennaker.stage.form.StageForm;
import dev.gennaker.ui.fields.Suggestions;
import dev.gennaker.ui.kit.Lineage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What people do with a run: decide, skip, retry, cancel; the shell says what is refused and why.
 */
@org.springframework.stereotype.Component
class RunDesk {

  private final Executions executions;
  private final Judgments judgments;
  private final Permissions permissions;
  private final StageCatalog catalog;
  private final Suggestions suggestions;
  private final ObjectProvider<StageForm> forms;
  private final Clock clock;

  RunDesk(
      Executions executions,
      Judgments judgments,
      Permissions permissions,
      StageCatalog catalog,
      Suggestions suggestions,
      ObjectProvider<StageForm> forms,
      Clock clock) {
    this.executions = executions;
    this.judgments = judgments;
    this.permissions = permissions;
    this.catalog = catalog;
    this.suggestions = suggestions;
    this.forms = forms;
    this.clock = clock;
  }

  RunGraph graph() {
    return new RunGraph(catalog);
  }

  boolean maySteer(Execution execution, Actor actor) {
    return permissions.allows(actor, Permission.EXECUTE, execution.application());
  }

  /** The judgments of the stages: their own, or one that waits in a run a stage waits for. */
  Asked asked(Execution execution, Actor actor) {
    ChildRuns children = new ChildRuns(executions, judgments, actor);
    Map<String, Judgment> byStage = new HashMap<>();
    Set<String> needsYou = new HashSet<>();
    for (StageState stage : execution.stages()) {
      Optional<Judgment> judgment =
          Standing.isJudgment(stage)
              ? judgments.of(execution.id(), stage.id(), actor)
              : children.waiting(stage);
      judgment.ifPresent(asked -> byStage.put(stage.id(), asked));
      boolean runs = stage.startedAt() != null && !stage.status().isComplete();
      if (runs
          && judgment
              .filter(j -> ChildRuns.isOpen(j) && judgments.mayAnswer(j, actor))
              .isPresent()) {
        needsYou.add(stage.id());
      }
    }
    return new Asked(byStage, needsYou, children.followed());
  }

  /** What is written about everything that happened in it, to keep. */
  DownloadHandler download(Supplier<String> id, Actor actor) {
    return DownloadHandler.fromInputStream(
        event -> {
          byte[] bytes = executions.export(id.get(), actor).getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(bytes),
              "execution-%s.json".formatted(id.get()),
              "application/json",
              bytes.length);
        });
  }

  /**
   * What is asked in a run.
   *
   * @param byStage the judgment of a stage, by its id
   * @param needsYou ids of the stages whose judgment the one who looks may answer
   * @param children ids of the runs it waits for
   */
  record Asked(Map<String, Judgment> byStage, Set<String> needsYou, Set<String> children) {}

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
      case "pass" ->
          executions.signal(execution.id(), stage.id(), Map.of("manualSkip", true), actor);
      case "unlock", "force" ->
          LockHeld.of(stage)
              .ifPresent(
                  lock ->
                      lock.ask(
                          action,
                          answer -> executions.signal(execution.id(), stage.id(), answer, actor)));
      case "again" -> executions.signal(execution.id(), stage.id(), Map.of(), actor);
      case "retry" -> retry(execution, stage, actor, changed);
      default -> {
        // deciding happens in the panel, which selecting the stage has opened
      }
    }
  }

  private void retry(Execution execution, StageState stage, Actor actor, Runnable changed) {
    new RestartDialog(
            new RestartDialog.Shown(
                execution, stage, ids -> graph().again(execution, ids, clock.instant())),
            told -> new ChangedInputs(execution, stage, catalog, suggestions, actor, told),
            inputs ->
                new InputsForm(
                    inputs,
                    stage.type(),
                    catalog,
                    forms.stream().filter(f -> f.type().equals(stage.type())).findFirst(),
                    new StageForm.Place(
                        execution.application(),
                        stage.refId(),
                        Lineage.before(execution, stage).stream().map(StageState::refId).toList())),
            settings -> {
              executions.restart(execution.id(), stage.id(), settings, actor);
              changed.run();
            })
        .open();
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
