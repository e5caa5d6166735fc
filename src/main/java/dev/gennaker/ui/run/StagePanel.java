package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.cloud.Progress;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.Failure;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.Waiting;
import dev.gennaker.ui.graph.StageAction;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a stage says: a sentence first, evidence under it, inputs and outputs, actions last. */
final class StagePanel extends Aside {

  private final Span mark = new Span();
  private final H2 name = new H2();
  private final Span state = new Span();
  private final Paragraph sentence = new Paragraph();
  private final Div question = new Div();
  private final Div facts = new Div();
  private final Div actions = new Div();

  StagePanel(Runnable onClose) {
    addClassName("run-panel");
    getElement().setAttribute("aria-label", "Stage");
    state.addClassNames("xs", "ink2");
    Div who = new Div(name, state);
    who.addClassName("who");
    Button close = new Button(new Icon("x"), e -> onClose.run());
    close.setId("close-panel");
    close.setAriaLabel("Close the stage panel");
    close.setThemeName("tertiary icon");
    Div head = new Div(mark, who, close);
    head.addClassName("hd");
    sentence.addClassName("sentence");
    Div body = new Div(sentence, question, facts);
    body.addClassName("body");
    actions.addClassName("acts");
    add(head, body, actions);
  }

  /**
   * @param judgment the form or record of its judgment, the same instance while it is the same
   *     question; null when it is none
   */
  void show(
      Execution execution,
      StageState stage,
      Status status,
      @Nullable Component judgment,
      Attempts attempts,
      List<StageAction> acts,
      Consumer<StageAction> onAct) {
    mark.getElement()
        .setProperty("innerHTML", Icon.svg(status.shape(), "sh sh-l " + status.tone()));
    name.setText(stage.name());
    state.setText(
        Standing.word(stage, status) + (stage.attempt() > 1 ? ", attempt " + stage.attempt() : ""));
    sentence.setText(sentence(execution, stage, status));
    ask(judgment);
    facts.removeAll();
    if (status == Status.HELD && Standing.isHeld(stage)) {
      attempts
          .next(stage.id())
          .ifPresent(
              next ->
                  facts.add(Dom.div("next ink2", Dom.span("It may start "), Moment.until(next))));
    }
    if (!stage.status().isComplete()) {
      LockHeld.of(stage).ifPresent(lock -> facts.add(lock.facts()));
    }
    ChildRuns.of(stage)
        .ifPresent(
            id ->
                facts.add(
                    Dom.named(
                        Dom.link("executions/" + id, "Open the run it started", "link"),
                        "child-run")));
    Map<String, Object> evidence = evidence(stage);
    LastWords.of(evidence).ifPresent(facts::add);
    facts.add(Lines.evidence(LastWords.without(evidence)));
    facts.add(attempts.lines(stage.id()));
    facts.add(Lines.inputs(stage.written(), stage.context()));
    facts.add(Lines.values("Outputs", stage.outputs()));
    actions.removeAll();
    acts.stream()
        .filter(a -> !a.name().equals("judge"))
        .forEach(a -> actions.add(button(a, onAct)));
    actions.setVisible(actions.getComponentCount() > 0);
  }

  /** Leaves a form alone that is there already: somebody may be typing into it. */
  private void ask(@Nullable Component judgment) {
    if (judgment == null) {
      question.removeAll();
    } else if (judgment.getParent().filter(question::equals).isEmpty()) {
      question.removeAll();
      question.add(judgment);
    }
  }

  private static Button button(StageAction action, Consumer<StageAction> onAct) {
    Button button = new Button(action.label(), e -> onAct.accept(action));
    button.setId("act-" + action.name());
    return button;
  }

  static String sentence(Execution execution, StageState stage, Status status) {
    @Nullable Failure failure = stage.failure();
    @Nullable Waiting waiting = stage.waiting();
    if (failure != null && stage.status().isComplete()) {
      return failure.reason();
    }
    if (waiting != null && !stage.status().isComplete()) {
      return waiting.reason();
    }
    if (!stage.reason().isEmpty()) {
      return stage.reason();
    }
    return switch (status) {
      case NOT_REACHED -> "Not reached: the run ended before it.";
      case TODO ->
          stage.requisites().isEmpty()
              ? "Not started yet."
              : "Starts after " + after(execution, stage) + ".";
      case SUCCEEDED, RUNNING, NEEDS_YOU, HELD, FAILED, STOPPED, SKIPPED ->
          Standing.word(stage, status) + ".";
    };
  }

  private static String after(Execution execution, StageState stage) {
    return String.join(
        ", ",
        stage.requisites().stream()
            .map(
                ref ->
                    execution.topLevel().stream()
                        .filter(s -> s.refId().equals(ref))
                        .map(StageState::name)
                        .findFirst()
                        .orElse(ref))
            .toList());
  }

  private static Map<String, Object> evidence(StageState stage) {
    @Nullable Failure failure = stage.failure();
    @Nullable Waiting waiting = stage.waiting();
    if (failure != null && (waiting == null || waiting.evidence().isEmpty())) {
      return failure.evidence();
    }
    if (waiting == null) {
      return Map.of();
    }
    // Who holds a lock stands above already.
    Map<String, Object> evidence = new LinkedHashMap<>(waiting.evidence());
    evidence.remove(Progress.LOCK);
    return evidence;
  }
}
