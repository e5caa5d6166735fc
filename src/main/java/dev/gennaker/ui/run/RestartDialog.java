package dev.gennaker.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.graph.GraphModel;
import dev.gennaker.ui.graph.PipelineGraph;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Lineage;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Before a stage runs again: what is kept and what runs again, on the graph and in words, and the
 * stage's settings, which may be changed for this run.
 */
final class RestartDialog extends Dialog {

  private final Paragraph different = new Paragraph();

  /** What the dialog shows of a run. */
  record Shown(Execution run, StageState stage, Function<Set<String>, GraphModel> graph) {

    /** The stage and everything after it. */
    List<StageState> again() {
      return Stream.concat(Stream.of(stage), Lineage.after(run, stage).stream()).toList();
    }

    /** The others that have done something. */
    List<StageState> kept() {
      List<StageState> again = again();
      return run.topLevel().stream()
          .filter(one -> !again.contains(one) && one.startedAt() != null)
          .toList();
    }
  }

  /**
   * @param inputs makes the stage's settings; told what to call after every change
   * @param restart does it with what was changed
   */
  RestartDialog(
      Shown shown,
      Function<Runnable, ChangedInputs> inputs,
      Function<ChangedInputs, InputsForm> forms,
      Consumer<Map<String, Object>> restart) {
    super("Retry from " + shown.stage().name());
    addClassName("restart-dialog");
    ChangedInputs[] given = new ChangedInputs[1];
    InputsForm[] form = new InputsForm[1];
    given[0] =
        inputs.apply(
            () -> {
              form[0].refresh();
              tell(given[0]);
            });
    form[0] = forms.apply(given[0]);
    List<StageState> again = shown.again();
    PipelineGraph graph = new PipelineGraph();
    graph.setModel(
        shown.graph().apply(again.stream().map(StageState::id).collect(Collectors.toSet())));
    NativeDetails change = new NativeDetails("Change its settings for this run");
    change.setContent(form[0]);
    Dom.named(change, "change-inputs");
    Div body =
        Dom.div(
            "restart",
            Dom.p("Runs again: %s.".formatted(names(again))),
            Dom.p(
                shown.kept().isEmpty()
                    ? "Nothing else has run."
                    : "Keeps its results: %s.".formatted(names(shown.kept())),
                "ink2"),
            Dom.div("restart-graph", graph),
            change,
            different);
    add(body);
    different.addClassName("ink2");
    different.getElement().setAttribute("role", "status");
    tell(given[0]);
    Button go =
        new Button(
            "Retry",
            e -> {
              Map<String, Object> changed = given[0].changed();
              if (form[0].readable() && given[0].errors().isEmpty()) {
                close();
                restart.accept(changed);
              } else {
                change.setOpen(true);
              }
            });
    go.setId("confirm");
    go.addThemeVariants(ButtonVariant.PRIMARY);
    getFooter().add(new Button("Not now", e -> close()), go);
  }

  private void tell(ChangedInputs inputs) {
    Map<String, Object> changed = inputs.changed();
    different.setText(
        changed.isEmpty()
            ? "It runs with the settings it had."
            : "It runs with %s changed: %s."
                .formatted(
                    Words.count(changed.size(), "setting"), String.join(", ", changed.keySet())));
    inputs.errors().stream()
        .findFirst()
        .ifPresent(problem -> different.setText(problem.message() + " " + problem.fix()));
    different.getElement().getClassList().set("fail", !inputs.errors().isEmpty());
  }

  private static String names(List<StageState> stages) {
    return stages.stream().map(StageState::name).collect(Collectors.joining(", "));
  }
}
