package dev.gennaker.ui.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.Verdict;
import dev.gennaker.ui.ScreenTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** Judgments: who sees them, who may answer, what is kept. */
class InboxTests extends ScreenTest {

  @Autowired private Judgments judgments;

  @Test
  @WithMockUser(username = "anna", roles = "approvers")
  void anApproverAnswersWithAReason() {
    Judgment judgment = asked("ketch", Map.of("instructions", "Look at **east** first."));

    navigate("inbox", InboxView.class);
    assertThat(shows(ListItem.class, "judgment-" + judgment.stageId())).isTrue();
    navigate(JudgmentLine.address(judgment), JudgmentView.class);
    assertThat(words((Component) getCurrentView()))
        .contains("Go west?", "What would change", "Soak", "Approving starts Soak at once.");
    test(marked(TextArea.class, "reason")).setValue("All quiet.");
    test(marked(Button.class, "approve")).click();

    Verdict verdict = now(judgment).verdict();
    assertThat(verdict).isNotNull();
    assertThat(verdict.decision()).isEqualTo(Verdict.Decision.CONTINUE);
    assertThat(verdict.reason()).isEqualTo("All quiet.");
    assertThat(verdict.by()).isEqualTo("anna");
    assertThat(words((Component) getCurrentView())).contains("Approved by anna", "All quiet.");
  }

  @Test
  @WithMockUser(username = "anna", roles = "approvers")
  void aChoiceIsAskedForBeforeItGoesOn() {
    Judgment judgment =
        asked(
            "yawl",
            Map.of("judgmentInputs", List.of(Map.of("value", "now"), Map.of("value", "tonight"))));
    navigate(JudgmentLine.address(judgment), JudgmentView.class);

    test(marked(Button.class, "approve")).click();
    assertThat(marked(RadioButtonGroup.class, "choices").isInvalid()).isTrue();
    assertThat(now(judgment).verdict()).isNull();

    @SuppressWarnings("unchecked")
    RadioButtonGroup<String> choices = marked(RadioButtonGroup.class, "choices");
    choices.setValue("tonight");
    test(marked(Button.class, "approve")).click();
    assertThat(now(judgment).verdict()).extracting(Verdict::input).isEqualTo("tonight");
  }

  @Test
  @WithMockUser(username = "anna", roles = "approvers")
  void stoppingNeedsNoChoice() {
    Judgment judgment = asked("sloop", Map.of("judgmentInputs", List.of(Map.of("value", "now"))));
    open(JudgmentLine.address(judgment) + "?choice=stop");

    test(marked(Button.class, "stop")).click();

    assertThat(now(judgment).verdict())
        .extracting(Verdict::decision)
        .isEqualTo(Verdict.Decision.STOP);
  }

  @Test
  @WithMockUser(username = "looker", roles = "viewers")
  void aViewerSeesItAmongOthersAndWhyHeMayNot() {
    Judgment judgment = asked("brig", Map.of());

    InboxView inbox = navigate("inbox", InboxView.class);
    assertThat(words(inbox)).contains("Nothing waits for you", "Waiting for others");
    navigate(JudgmentLine.address(judgment), JudgmentView.class);

    assertThat(shows(Button.class, "approve")).isFalse();
    assertThat(words((Component) getCurrentView()))
        .contains("You may not decide this", "JUDGE on application brig", "looker");
  }

  @Test
  @WithMockUser(username = "anna", roles = "approvers")
  void aJudgmentForAnotherRoleNamesIt() {
    Judgment judgment = asked("junk", Map.of("selectedStageRoles", List.of("captains")));

    navigate(JudgmentLine.address(judgment), JudgmentView.class);

    assertThat(shows(Button.class, "approve")).isFalse();
    assertThat(words((Component) getCurrentView())).contains("one of the roles captains");
  }

  @Test
  @WithMockUser(username = "anna", roles = "approvers")
  void anAnswerOfSomebodyElseReachesTheOpenPage() {
    Judgment judgment = asked("dinghy", Map.of());
    navigate(JudgmentLine.address(judgment), JudgmentView.class);

    judgments.answer(
        judgment.executionId(), judgment.stageId(), Verdict.Decision.CONTINUE, "", "", ADMIN);

    await()
        .pollInSameThread()
        .untilAsserted(
            () -> {
              settle();
              assertThat(words((Component) getCurrentView())).contains("Approved by demo");
            });
  }

  private Judgment asked(String application, Map<String, Object> more) {
    String run = ask(application, more);
    return await()
        .until(
            () ->
                judgments.waiting(ADMIN).stream()
                    .filter(judgment -> judgment.executionId().equals(run))
                    .findFirst()
                    .orElse(null),
            judgment -> judgment != null);
  }

  private Judgment now(Judgment judgment) {
    return judgments.of(judgment.executionId(), judgment.stageId(), ADMIN).orElseThrow();
  }
}
