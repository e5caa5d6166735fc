package dev.gennaker.ui.graph;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.react.ReactAdapterComponent;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The graph of a pipeline, the same for editing, planning, watching and replaying: only the model
 * differs. Zoom, place and collapsed groups stay when the model changes.
 *
 * <p>What is said to the client goes through its methods and never through properties, and what the
 * client says carries everything in the event, so nobody reads a value that is one step old.
 */
@Tag("pipeline-graph")
@NpmPackage(value = "@xyflow/react", version = "12.12.1")
@NpmPackage(value = "elkjs", version = "0.12.1")
@JsModule("./graph/pipeline-graph.tsx")
@StyleSheet("assets/theme/graph.css")
@StyleSheet("assets/theme/graph-tools.css")
public class PipelineGraph extends ReactAdapterComponent {

  private static final Logger LOG = LoggerFactory.getLogger(PipelineGraph.class);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Consumer<GraphCommand>> listeners = new ArrayList<>();
  private @Nullable GraphModel model;
  private List<String> selected = List.of();

  public PipelineGraph() {
    getElement()
        .addEventListener("graph-command", event -> read(event.getEventData().path("event.detail")))
        .addEventData("event.detail");
  }

  /** Shows a model; only what changed is sent when the structure is the same as before. */
  public void setModel(GraphModel model) {
    @Nullable GraphModel before = this.model;
    this.model = model;
    if (!isAttached()) {
      return;
    }
    if (before == null || !model.sameStructureAs(before)) {
      show(model);
      return;
    }
    List<GraphStage> changed =
        IntStream.range(0, model.stages().size())
            .filter(i -> !model.stages().get(i).equals(before.stages().get(i)))
            .mapToObj(model.stages()::get)
            .toList();
    if (!changed.isEmpty()) {
      getElement().callJsFunction("patchStages", JSON.valueToTree(changed), model.now().toString());
    }
  }

  /** Selects stages, the last of them with the keyboard; tells no listener. */
  public void select(List<String> ids) {
    selected = List.copyOf(ids);
    if (isAttached()) {
      getElement().callJsFunction("selectStages", JSON.valueToTree(selected));
    }
  }

  /** The stages selected now, the last one with the keyboard. */
  public List<String> selected() {
    return selected;
  }

  /** Brings a stage into sight, unfolding its group. */
  public void reveal(String id) {
    getElement().callJsFunction("reveal", id);
  }

  /** Lets screen readers say it. */
  public void announce(String text) {
    getElement().callJsFunction("announce", text, false);
  }

  /** Says it to everybody: why something that was tried on the graph cannot be. */
  public void explain(String text) {
    getElement().callJsFunction("announce", text, true);
  }

  /** Gives the keyboard to the canvas. */
  public void focusBoard() {
    getElement().callJsFunction("focusBoard");
  }

  /** Answers {@link GraphCommand.Copy}. */
  public void putOnClipboard(String text) {
    getElement().callJsFunction("putOnClipboard", text);
  }

  /** Hears what people ask of the graph. */
  public Registration addCommandListener(Consumer<GraphCommand> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    @Nullable GraphModel shown = model;
    if (shown != null) {
      show(shown);
    }
    if (!selected.isEmpty()) {
      getElement().callJsFunction("selectStages", JSON.valueToTree(selected));
    }
  }

  private void show(GraphModel model) {
    getElement().callJsFunction("showModel", JSON.<JsonNode>valueToTree(model));
  }

  private void read(JsonNode detail) {
    GraphCommand command;
    try {
      command = JSON.treeToValue(detail, GraphCommand.class);
    } catch (JacksonException e) {
      LOG.debug("ignored a command no graph sends: {}", e.getMessage());
      return;
    }
    if (command instanceof GraphCommand.Select select) {
      selected = List.copyOf(select.ids());
    }
    List.copyOf(listeners).forEach(listener -> listener.accept(command));
  }
}
