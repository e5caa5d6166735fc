package dev.gennaker.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.PendingJavaScriptInvocation;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@ViewPackages(packages = "dev.gennaker.ui.graph")
class PipelineGraphTest extends BrowserlessTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final PipelineGraph graph = new PipelineGraph();
  private final List<GraphCommand> heard = new ArrayList<>();

  private UI ui;

  @BeforeEach
  void listen() {
    ui = UI.getCurrent();
    graph.addCommandListener(heard::add);
  }

  @Test
  void hearsCommandsWithEverythingTheyCarry() {
    says("{'type':'connect','from':'1','to':'2'}");
    says(
        "{'type':'palette','after':'1','before':null,'parallelTo':null,'branch':true,'at':{'x':3.5,'y':4}}");
    says("{'type':'remove','ids':['1','2']}");
    says("{'type':'undo'}");

    assertThat(heard)
        .containsExactly(
            new GraphCommand.Connect("1", "2"),
            new GraphCommand.OpenPalette("1", null, null, true, new GraphCommand.At(3.5, 4)),
            new GraphCommand.Remove(List.of("1", "2")),
            new GraphCommand.Undo());
  }

  @Test
  void ignoresWhatNoGraphSays() {
    says("{'type':'deploy','id':'1'}");
    says("{'ids':[]}");
    says("[]");

    assertThat(heard).isEmpty();
  }

  @Test
  void remembersWhatIsSelected() {
    says("{'type':'select','ids':['2','1']}");

    assertThat(graph.selected()).containsExactly("2", "1");
  }

  @Test
  void showsItsModelWheneverItIsAttached() {
    graph.setModel(model(stage("1"), stage("2", "1")));
    graph.select(List.of("2"));
    assertThat(calls()).isEmpty();

    ui.add(graph);
    assertThat(calls()).containsExactly("showModel", "selectStages");

    ui.remove(graph);
    calls();
    ui.add(graph);
    assertThat(calls()).containsExactly("showModel", "selectStages");
  }

  @Test
  void sendsOnlyTheStagesThatChanged() {
    graph.setModel(model(stage("1"), stage("2", "1")));
    ui.add(graph);
    calls();

    graph.setModel(model(stage("1"), stage("2", "1").withRun(RunMark.notStarted())));
    List<PendingJavaScriptInvocation> sent = sent();

    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().getInvocation().getExpression()).contains("patchStages");
    assertThat(sent.getFirst().getInvocation().getParameters().toString())
        .contains("\"id\":\"2\"", "TODO")
        .doesNotContain("\"id\":\"1\"");
  }

  @Test
  void sendsNothingWhenNothingChanged() {
    graph.setModel(model(stage("1")));
    ui.add(graph);
    calls();

    graph.setModel(model(stage("1")));

    assertThat(calls()).isEmpty();
  }

  @Test
  void sendsEverythingWhenTheStructureChanged() {
    graph.setModel(model(stage("1"), stage("2", "1")));
    ui.add(graph);
    calls();

    graph.setModel(model(stage("1"), stage("2")));

    assertThat(calls()).containsExactly("showModel");
  }

  private void says(String json) {
    ObjectNode data = JsonMapper.shared().createObjectNode();
    data.set("event.detail", JsonMapper.shared().readTree(json.replace('\'', '"')));
    graph
        .getElement()
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(graph.getElement(), "graph-command", data));
  }

  private List<String> calls() {
    return sent().stream()
        .map(call -> call.getInvocation().getExpression())
        .map(text -> text.replaceAll("(?s).*?\\$0\\.(\\w+)\\(.*", "$1"))
        .toList();
  }

  private List<PendingJavaScriptInvocation> sent() {
    ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
    return ui.getInternals().dumpPendingJavaScriptInvocations();
  }

  private static GraphStage stage(String id, String... after) {
    return GraphStage.of(id, "Stage " + id, "wait", "Wait", "timer", "", List.of(after));
  }

  private static GraphModel model(GraphStage... stages) {
    return new GraphModel(GraphModel.Mode.EDIT, null, List.of(stages), List.of(), List.of(), NOW);
  }
}
