package dev.gennaker.ui.run;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.DownloadHandler;
import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionStatus;
import dev.gennaker.execution.StageState;
import dev.gennaker.ui.kit.Drop;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.pipelines.PipelineAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The line above the graph, and the banner that says first what went wrong first. */
final class RunHead extends Div {

  private final H1 title = new H1();
  private final Span state = new Span();
  private final Span trigger = new Span();
  private final Span parameters = new Span();
  private final Span revision = new Span();
  private final Anchor pipeline = new Anchor("", "");
  private final Button pause = new Button("Pause", new Icon("pause", "i14"));
  private final Button resume = new Button("Resume", new Icon("play", "i14"));
  private final Button cancel = new Button("Cancel…");
  private final Div why = new Div();
  private final Anchor parent = new Anchor("", "");

  RunHead(Runnable onPause, Runnable onResume, Runnable onCancel, DownloadHandler download) {
    title.addClassName("vh");
    state.addClassName("state");
    state.setId("run-state");
    parameters.addClassName("ink2");
    revision.addClassName("ink3");
    pipeline.addClassName("link");
    pause.setId("pause-run");
    pause.addClickListener(e -> onPause.run());
    resume.setId("resume-run");
    resume.addClickListener(e -> onResume.run());
    cancel.setId("cancel-run");
    cancel.addClickListener(e -> onCancel.run());
    Div acts = new Div(pause, resume, cancel, more(download));
    parent.addClassName("link");
    acts.addClassName("acts");
    Div head = new Div(title, state, pipeline, trigger, parent, parameters, revision, acts);
    head.addClassName("run-head");
    why.addClassName("run-why");
    why.setId("run-why");
    why.getElement().setAttribute("role", "status");
    add(head, why);
  }

  void show(Execution execution, boolean maySteer) {
    Status status = Status.of(execution.status(), false, false);
    state
        .getElement()
        .setProperty(
            "innerHTML",
            Icon.svg(status.shape(), "sh " + status.tone()) + Status.wordOf(execution.status()));
    title.setText("Run of " + execution.name());
    pipeline.setText(execution.name());
    pipeline.setVisible(execution.pipelineId() != null);
    pipeline.setHref(PipelineAddress.edit(execution.application(), execution.name()));
    trigger.setText(
        execution.trigger().getOrDefault("type", "manual") + " by " + execution.startedBy());
    parameters.setText(parameters(execution));
    parent.setVisible(false);
    if (execution.trigger().get("parentExecution") instanceof Map<?, ?> by
        && by.get("id") instanceof String id) {
      parent.setHref("executions/" + id);
      parent.setText("for run of " + by.get("name"));
      parent.setVisible(true);
    }
    revision.setText(execution.revision() > 0 ? "rev " + execution.revision() : "");
    steer(pause, execution.status() == ExecutionStatus.RUNNING, maySteer, execution);
    steer(resume, execution.status() == ExecutionStatus.PAUSED, maySteer, execution);
    steer(cancel, !execution.status().isComplete(), maySteer, execution);
    explain(execution);
  }

  private static NativeButton more(DownloadHandler download) {
    NativeButton more = new NativeButton();
    more.add(new Icon("ellipsis"));
    more.addClassName("ghost");
    more.getElement().setAttribute("aria-label", "More for this run");
    more.setId("more-run");
    Anchor file = new Anchor(download, "Download");
    file.getElement().setAttribute("title", "Everything that happened in it, as JSON");
    file.setId("download-run");
    Drop.from(more, "More for this run", file);
    return more;
  }

  private static void steer(
      Button button, boolean possible, boolean maySteer, Execution execution) {
    button.setVisible(possible);
    button.setEnabled(maySteer);
    button.setTooltipText(
        maySteer ? "" : "Needs EXECUTE on application " + execution.application() + ".");
  }

  private void explain(Execution execution) {
    Optional<StageState> first = FirstCause.in(execution);
    String text = "";
    boolean waits = false;
    if (first.isPresent() && first.get().failure() != null) {
      long notReached =
          execution.topLevel().stream()
              .filter(s -> s.startedAt() == null && execution.status().isComplete())
              .count();
      text =
          "%s: %s%s"
              .formatted(
                  first.get().name(),
                  sentence(first.get().failure().reason()),
                  notReached == 0
                      ? ""
                      : " %d %s not reached."
                          .formatted(
                              notReached,
                              notReached == 1 ? "stage after it was" : "stages after it were"));
    } else if (execution.canceledBy() != null) {
      text =
          "Cancelled by %s%s"
              .formatted(
                  execution.canceledBy(),
                  execution.cancelReason().isBlank() ? "." : ": " + execution.cancelReason());
      waits = true;
    } else if (!execution.waiting().isBlank() && !execution.status().isComplete()) {
      text = execution.waiting();
      waits = true;
    }
    why.setText(text);
    why.setVisible(!text.isEmpty());
    why.getElement().getClassList().set("waits", waits);
  }

  /** Reasons come from everywhere; what follows one needs its full stop. */
  private static String sentence(String reason) {
    return reason.matches("(?s).*[.!?…]\\s*") ? reason.strip() : reason.strip() + ".";
  }

  private static String parameters(Execution execution) {
    @Nullable Object given = execution.trigger().get("parameters");
    return given instanceof Map<?, ?> map && !map.isEmpty()
        ? String.join(
            ", ", map.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList())
        : "";
  }
}
