package dev.gennaker.ui.runs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.Executions;
import dev.gennaker.nodes.MayHaveChanged;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.Pipelines;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.More;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import dev.gennaker.ui.pipelines.RunRow;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All runs the reader may see, newest first; filters are in the address and applied by the server,
 * older ones come as one scrolls.
 */
@Route("executions")
@Nav(title = "Runs", icon = "list-tree", order = 30, phone = true)
@PermitAll
@StyleSheet("assets/theme/runs.css")
class RunsView extends Div implements BeforeEnterObserver, Page {

  private final Pipelines pipelines;
  private final Actor actor;
  private final ComboBox<String> application = filter("Application", "application: any");
  private final ComboBox<Pipeline> pipeline = filter("Pipeline", "pipeline: any");
  private final ComboBox<RunState> state = filter("State", "state: any");
  private final Div list = new Div();
  private final Rows<ExecutionHeader> rows =
      new Rows<>(list, ExecutionHeader::id, run -> new RunRow(run, true));
  private final EmptyState none =
      new EmptyState(
          "list-tree",
          "No runs here",
          "Nothing matches, or nothing was started yet. Start a pipeline, or loosen the filters.");
  private final More older = new More("Show older", this::older);
  private final RunPages pages;

  /** Added to by the threads that tell what happens, emptied by the page. */
  private final Set<String> changed = ConcurrentHashMap.newKeySet();

  private volatile boolean anythingMayHaveChanged;
  private volatile RunFilter filter = RunFilter.of(null, null);

  RunsView(
      Executions executions,
      Applications applications,
      Pipelines pipelines,
      CurrentActor currentActor,
      Live live) {
    this.pipelines = pipelines;
    this.actor = currentActor.get();
    this.pages =
        new RunPages((before, limit) -> executions.list(filter.query(before, limit), actor));
    application.setItems(applications.list(actor).stream().map(Application::name).toList());
    pipeline.setItemLabelGenerator(Pipeline::name);
    state.setItems(RunState.values());
    state.setItemLabelGenerator(RunState::label);
    application.addValueChangeListener(
        e -> {
          if (e.isFromClient()) {
            offerPipelines();
            filtered();
          }
        });
    pipeline.addValueChangeListener(e -> filtered(e.isFromClient()));
    state.addValueChangeListener(e -> filtered(e.isFromClient()));
    add(
        Dom.div("pagehead", Dom.h1("Runs")),
        Dom.div("filters", application, pipeline, state),
        none,
        list,
        older);
    live.follow(this, this::concerns, this::renew);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    filter = RunFilter.of(event.getLocation().getQueryParameters());
    application.setValue(filter.application());
    offerPipelines();
    pipeline.setValue(
        pipeline
            .getListDataView()
            .getItems()
            .filter(each -> each.id().equals(filter.pipeline()))
            .findFirst()
            .orElse(null));
    state.setValue(filter.state());
    filter = chosen();
    pages.first();
    show();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Runs", ""));
  }

  private static <T> ComboBox<T> filter(String label, String any) {
    ComboBox<T> box = new ComboBox<>();
    box.setAriaLabel(label);
    box.setPlaceholder(any);
    box.setClearButtonVisible(true);
    return box;
  }

  /** Those of the application; without one there is nothing to choose from. */
  private void offerPipelines() {
    String chosen = application.getValue();
    List<Pipeline> offered = chosen == null ? List.of() : pipelines.list(chosen, actor);
    pipeline.setItems(offered);
    pipeline.setVisible(!offered.isEmpty());
  }

  private boolean concerns(Object fact) {
    if (fact instanceof MayHaveChanged) {
      anythingMayHaveChanged = true;
      return true;
    }
    String only = filter.application();
    if (fact instanceof ExecutionChanged run && (only == null || only.equals(run.application()))) {
      changed.add(run.executionId());
      return true;
    }
    return false;
  }

  private void filtered(boolean byPerson) {
    if (byPerson) {
      filtered();
    }
  }

  private void filtered() {
    filter = chosen();
    UI.getCurrent().getPage().getHistory().replaceState(null, filter.location());
    pages.first();
    show();
  }

  private RunFilter chosen() {
    Pipeline only = pipeline.getValue();
    return new RunFilter(application.getValue(), only == null ? null : only.id(), state.getValue());
  }

  private void older() {
    pages.older();
    show();
  }

  private void renew() {
    Set<String> seen = Set.copyOf(changed);
    changed.removeAll(seen);
    if (anythingMayHaveChanged) {
      anythingMayHaveChanged = false;
      pages.renewAll();
    } else {
      pages.renew(seen);
    }
    show();
  }

  private void show() {
    rows.show(pages.shown());
    none.setVisible(pages.shown().isEmpty());
    older.setVisible(pages.more());
  }
}
