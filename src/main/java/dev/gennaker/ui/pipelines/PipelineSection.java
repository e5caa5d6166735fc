package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;

/**
 * One pipeline in the list; its buttons stay where they are while its runs change under the
 * reader's hand.
 */
final class PipelineSection extends Div {

  private final Span about = Dom.span("", "ink3", "xs");
  private final Button start = new Button("Start…");
  private final Div runs = new Div();
  private final String application;
  private Pipeline pipeline;
  private List<ExecutionHeader> shown = List.of();

  PipelineSection(Pipeline pipeline, Consumer<Pipeline> onStart) {
    this.pipeline = pipeline;
    this.application = pipeline.application();
    start.addClickListener(e -> onStart.accept(this.pipeline));
    start.addThemeVariants(ButtonVariant.PRIMARY);
    Dom.named(start, "start-" + pipeline.name());
    Button edit =
        new Button("Edit", e -> UI.getCurrent().navigate(PipelineAddress.edit(this.pipeline)));
    Dom.named(edit, "edit-" + pipeline.name());
    Section section = Dom.section("pipeline", pipeline.name(), -1, about, edit, start);
    runs.add(Dom.p("Never run.", "ink3", "never"));
    section.add(runs);
    add(section);
  }

  void show(Pipeline now, List<ExecutionHeader> last, boolean mayStart) {
    pipeline = now;
    about.setText(
        "%s, rev %d by %s%s"
            .formatted(
                Words.count(now.stages().size(), "stage"),
                now.revision(),
                now.savedBy(),
                now.disabled() ? ", disabled" : ""));
    start.setEnabled(mayStart && !now.disabled());
    start.setTooltipText(
        !mayStart
            ? "Needs EXECUTE on application " + application + "."
            : now.disabled() ? "This pipeline is disabled." : "");
    if (!last.equals(shown)) {
      shown = last;
      runs.removeAll();
      last.forEach(run -> runs.add(new RunRow(run, false)));
    }
  }
}
