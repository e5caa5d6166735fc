package dev.gennaker.ui.inbox;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gennaker.execution.StageState;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Notices;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import java.util.List;

/** Where the answer is given, or why it cannot be given by the one who looks. */
final class Decision extends Aside {

  /** Takes an answer; throws what the judgments throw. */
  interface Answer {
    void give(Verdict.Decision decision, String input, String reason);
  }

  private final Judgment judgment;
  private final Answer answer;
  private final RadioButtonGroup<String> choices = new RadioButtonGroup<>();
  private final TextArea reason = new TextArea("Reason");

  /**
   * @param after names of the stages that would start
   * @param stopFirst whether the one who came wants to stop it
   */
  Decision(
      Judgment judgment,
      StageState stage,
      boolean mayAnswer,
      String actor,
      List<String> after,
      boolean stopFirst,
      Answer answer) {
    this.judgment = judgment;
    this.answer = answer;
    addClassName("dec");
    getElement().setAttribute("aria-label", "Decision");
    Dom.named(this, "decision");
    Verdict verdict = judgment.verdict();
    if (verdict != null) {
      decided(verdict);
    } else if (judgment.withdrawnAt() != null) {
      add(head(Status.SKIPPED, "No longer open", "The stage ended without an answer."));
    } else if (mayAnswer) {
      form(stage, after, stopFirst);
    } else {
      add(head(Status.HELD, "You may not decide this", whoMay(actor)));
    }
  }

  private void decided(Verdict verdict) {
    boolean approved = verdict.decision() == Verdict.Decision.CONTINUE;
    add(
        head(
            approved ? Status.SUCCEEDED : Status.STOPPED,
            approved ? "Approved by " + verdict.by() : "Stopped by " + verdict.by(),
            verdict.reason().isEmpty() ? "No reason was given." : verdict.reason()));
    add(
        Dom.named(
            Dom.link("executions/" + judgment.executionId(), "Open the run", "btn", "l"),
            "open-run"));
  }

  private String whoMay(String actor) {
    return judgment.roles().isEmpty()
        ? "It wants somebody with JUDGE on application %s; %s does not have it. An administrator can grant it."
            .formatted(judgment.application(), actor)
        : "It wants JUDGE on application %s and one of the roles %s; %s does not have both. An administrator can grant them."
            .formatted(
                judgment.application(),
                String.join(", ", judgment.roles().stream().sorted().toList()),
                actor);
  }

  private void form(StageState stage, List<String> after, boolean stopFirst) {
    add(
        head(
            Status.NEEDS_YOU,
            "Waits for your decision",
            judgment.roles().isEmpty()
                ? "Anybody who may judge in %s may decide; the first answer counts."
                    .formatted(judgment.application())
                : "Whoever holds the role %s may decide; the first answer counts."
                    .formatted(String.join(" or ", judgment.roles().stream().sorted().toList()))));
    if (!judgment.choices().isEmpty()) {
      choices.setLabel("Choice");
      choices.setItems(judgment.choices());
      choices.setRequired(true);
      if (judgment.choices().size() == 1) {
        choices.setValue(judgment.choices().getFirst());
      }
      add(Dom.named(choices, "choices"));
    }
    reason.setPlaceholder("What speaks for it, or against");
    reason.setMaxLength(2000);
    reason.setMinRows(2);
    reason.setWidthFull();
    add(Dom.named(reason, "reason"));
    Button approve = new Button(label(stage, "continueButtonLabel", "Approve"), new Icon("check"));
    approve.addThemeNames("primary", "tall");
    approve.addClickListener(click -> give(Verdict.Decision.CONTINUE));
    Dom.named(approve, "approve");
    Button stop = new Button(label(stage, "stopButtonLabel", "Stop the run"));
    Span shape = StatusWord.shape(Status.STOPPED);
    shape.removeClassName("off");
    stop.setIcon(shape);
    stop.addThemeNames("danger", "tall");
    stop.addClickListener(click -> give(Verdict.Decision.STOP));
    Dom.named(stop, "stop");
    add(Dom.div("bts", approve, stop));
    add(
        Dom.p(
            (after.isEmpty()
                    ? "Approving ends the run well."
                    : "Approving starts %s at once.".formatted(String.join(", ", after)))
                + " Stopping ends the run here; what it did so far stays.",
            "fn"));
    if (stopFirst) {
      reason.focus();
      stop.addClassName("wanted");
    }
    ShortcutRegistration send =
        approve.addClickShortcut(Key.ENTER, com.vaadin.flow.component.KeyModifier.CONTROL);
    send.listenOn(this);
  }

  private static String label(StageState stage, String key, String standard) {
    return stage.context().get(key) instanceof String text && !text.isBlank() ? text : standard;
  }

  private void give(Verdict.Decision decision) {
    String chosen = choices.getValue() == null ? "" : choices.getValue();
    if (decision == Verdict.Decision.CONTINUE
        && !judgment.choices().isEmpty()
        && chosen.isEmpty()) {
      choices.setInvalid(true);
      choices.setErrorMessage("Choose one first.");
      return;
    }
    answer.give(
        decision, decision == Verdict.Decision.STOP ? "" : chosen, reason.getValue().strip());
    Notices.done(decision == Verdict.Decision.CONTINUE ? "Approved." : "Stopped.");
  }

  private static com.vaadin.flow.component.Component head(
      Status status, String title, String detail) {
    return Dom.div(
        "votes",
        StatusWord.shape(status),
        Dom.div("", Dom.span(title, "b"), Dom.span(detail, "s", "ink2")));
  }
}
