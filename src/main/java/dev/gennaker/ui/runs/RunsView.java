package dev.gennaker.ui.runs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.ExecutionChanged;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionQuery;
import dev.gennaker.execution.Executions;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.pipelines.RunRow;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All runs the reader may see, newest first; filters are in the address and applied by the server.
 */
@Route("executions")
@Nav(title = "Runs", icon = "list-tree", order = 30, phone = true)
@PermitAll
@StyleSheet("assets/theme/runs.css")
class RunsView extends Div implements BeforeEnterObserver, Page {

  private static final int PAGE = 50;

  private final Executions executions;
  private final Actor actor;
  private final ComboBox<String> application = new ComboBox<>();
  private final ComboBox<RunState> state = new ComboBox<>();
  private final Div list = new Div();
  private final Button older = new Button("Show older");
  private int shown = PAGE;

  RunsView(Executions executions, Applications applications, CurrentActor currentActor, Live live) {
    this.executions = executions;
    this.actor = currentActor.get();
    application.setAriaLabel("Application");
    application.setPlaceholder("application: any");
    application.setClearButtonVisible(true);
    application.setItems(applications.list(actor).stream().map(Application::name).toList());
    state.setAriaLabel("State");
    state.setPlaceholder("state: any");
    state.setClearButtonVisible(true);
    state.setItems(RunState.values());
    state.setItemLabelGenerator(RunState::label);
    application.addValueChangeListener(e -> filtered(e.isFromClient()));
    state.addValueChangeListener(e -> filtered(e.isFromClient()));
    older.addClickListener(
        e -> {
          shown += PAGE;
          refresh();
        });
    add(Dom.div("pagehead", Dom.h1("Runs")), Dom.div("filters", application, state), list, older);
    live.follow(this, fact -> fact instanceof ExecutionChanged, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QueryParameters given = event.getLocation().getQueryParameters();
    application.setValue(given.getSingleParameter("application").orElse(null));
    state.setValue(given.getSingleParameter("state").flatMap(RunState::named).orElse(null));
    refresh();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Runs", ""));
  }

  private void filtered(boolean byPerson) {
    if (!byPerson) {
      return;
    }
    shown = PAGE;
    Map<String, String> kept = new LinkedHashMap<>();
    Optional.ofNullable(application.getValue()).ifPresent(a -> kept.put("application", a));
    Optional.ofNullable(state.getValue()).ifPresent(s -> kept.put("state", s.key()));
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("executions", QueryParameters.simple(kept)));
    refresh();
  }

  private void refresh() {
    @Nullable RunState wanted = state.getValue();
    List<ExecutionHeader> runs =
        executions.list(
            new ExecutionQuery(
                application.getValue(),
                null,
                Set.of(),
                wanted == null ? Set.of() : wanted.statuses(),
                null,
                Math.min(500, shown + 1)),
            actor);
    list.removeAll();
    runs.stream().limit(shown).forEach(run -> list.add(new RunRow(run, true)));
    if (runs.isEmpty()) {
      list.add(
          new EmptyState(
              "list-tree",
              "No runs here",
              "Nothing matches, or nothing was started yet. Start a pipeline, or loosen the filters."));
    }
    older.setVisible(runs.size() > shown && shown < 500);
  }
}
