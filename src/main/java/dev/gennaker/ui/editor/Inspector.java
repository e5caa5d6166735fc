package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import dev.gennaker.pipeline.StageDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The panel at the right: the selected stage, several of them, or the pipeline itself. */
final class Inspector extends Aside {

  private final Desk desk;
  private List<String> selected = List.of();
  private String shown = "";
  private @Nullable InspectorPart part;

  Inspector(Desk desk) {
    this.desk = desk;
    addClassName("insp");
    getElement().setAttribute("aria-label", "Settings");
    show(List.of());
  }

  /** Shows what is selected. */
  void show(List<String> stages) {
    selected = List.copyOf(stages);
    refresh();
  }

  /** Follows the draft: what is shown may have changed, become another type, or be gone. */
  void refresh() {
    List<String> there =
        selected.stream().filter(id -> desk.document().stage(id).isPresent()).toList();
    String wanted = key(there);
    InspectorPart now = part;
    if (now == null || !wanted.equals(shown)) {
      shown = wanted;
      InspectorPart next = build(there);
      part = next;
      removeAll();
      add((Component) next);
    } else {
      now.refresh();
    }
  }

  /** What it shows the settings of. */
  List<String> selected() {
    return selected;
  }

  /** Gives the keyboard to the first input. */
  void focusFirst() {
    Optional.ofNullable(part).ifPresent(InspectorPart::focusFirst);
  }

  /** Gives the keyboard to the input a problem is about. */
  void focus(StageProblems.Located problem) {
    Optional.ofNullable(part).ifPresent(p -> p.focus(problem.path()));
  }

  private String key(List<String> stages) {
    return stages.size() == 1
        ? stages.getFirst()
            + "\n"
            + desk.document().stage(stages.getFirst()).map(StageDefinition::type).orElse("")
        : String.join("\n", stages) + stages.size();
  }

  private InspectorPart build(List<String> stages) {
    if (stages.isEmpty()) {
      return new PipelinePart(desk);
    }
    return stages.size() == 1
        ? new StagePart(desk, stages.getFirst())
        : new SeveralPart(desk, stages);
  }
}
