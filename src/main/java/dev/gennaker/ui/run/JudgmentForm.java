package dev.gennaker.ui.run;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Verdict;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Answers a judgment where it stands in the run: instructions, choice, reason, two buttons. */
final class JudgmentForm extends Div {

  /** Markdown only: raw HTML of an author is shown as text, and links may not carry script. */
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

  private final ComboBox<String> choice = new ComboBox<>("Choice");
  private final TextArea reason = new TextArea("Reason");

  /** What is done with an answer. */
  interface Answer {
    void give(Verdict.Decision decision, String input, String reason);
  }

  JudgmentForm(Judgment judgment, boolean mayAnswer, Answer answer) {
    addClassName("judge");
    if (!judgment.instructions().isBlank()) {
      add(
          new Html(
              "<div class='instructions'>"
                  + HTML.render(Parser.builder().build().parse(judgment.instructions()))
                  + "</div>"));
    }
    if (!mayAnswer) {
      add(refusal(judgment));
      return;
    }
    if (!judgment.choices().isEmpty()) {
      choice.setItems(judgment.choices());
      choice.setRequiredIndicatorVisible(true);
      add(choice);
    }
    reason.setPlaceholder("Why; kept with the decision");
    reason.setMaxLength(2000);
    Button approve =
        new Button("Approve", e -> decide(judgment, Verdict.Decision.CONTINUE, answer));
    approve.addThemeVariants(ButtonVariant.PRIMARY);
    approve.setId("approve");
    Button stop = new Button("Stop", e -> decide(judgment, Verdict.Decision.STOP, answer));
    stop.addThemeName("danger");
    stop.setId("stop");
    Div buttons = new Div(stop, approve);
    buttons.addClassName("acts");
    add(reason, buttons);
  }

  private void decide(Judgment judgment, Verdict.Decision decision, Answer answer) {
    String chosen = choice.getValue() == null ? "" : choice.getValue();
    if (decision == Verdict.Decision.CONTINUE
        && !judgment.choices().isEmpty()
        && chosen.isEmpty()) {
      choice.setInvalid(true);
      choice.setErrorMessage("Choose one before you approve.");
      choice.focus();
      return;
    }
    answer.give(decision, chosen, reason.getValue());
  }

  private static Paragraph refusal(Judgment judgment) {
    Paragraph text =
        new Paragraph(
            judgment.roles().isEmpty()
                ? "You may not answer: it takes the permission to judge in %s. An administrator can grant it."
                    .formatted(judgment.application())
                : "You may not answer: it takes one of the roles %s."
                    .formatted(String.join(", ", judgment.roles().stream().sorted().toList())));
    text.addClassName("ink2");
    return text;
  }
}
