package dev.gennaker.ui.engine;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.gennaker.execution.EngineNow;
import dev.gennaker.execution.EngineState;
import dev.gennaker.execution.LeaseLost;
import dev.gennaker.execution.QueueEntry;
import dev.gennaker.execution.Standing;
import dev.gennaker.execution.StandingQuery;
import dev.gennaker.nodes.Node;
import dev.gennaker.nodes.Nodes;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.More;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;

/**
 * What the engine does. Everybody who is signed in may ask for it, so that those who may not are
 * told what they lack; the engine answers administrators only.
 */
@Route("engine")
@PermitAll
@Nav(title = "Engine", icon = "cpu", group = Nav.Group.OPERATIONS, order = 30, admin = true)
@StyleSheet("assets/theme/engine.css")
class EngineView extends Div implements BeforeEnterObserver, Page {

  private static final int PAGE = 100;
  private static final int MOST = 500;

  private final EngineState engine;
  private final Nodes nodes;
  private final Actor actor;
  private final Figures figures = new Figures();
  private final TextField words = new TextField();
  private final EngineSection<Node> nodeRows =
      new EngineSection<>("Nodes", "No node is known.", Node::id, NodeRow::new);
  private final EngineSection<QueueEntry> due =
      new EngineSection<>("Due", "Nothing is late.", QueueEntry::executionId, EngineRows::due);
  private final EngineSection<QueueEntry> workedOn =
      new EngineSection<>(
          "Worked on",
          "No node works on anything at this moment.",
          QueueEntry::executionId,
          EngineRows::workedOn);
  private final EngineSection<LeaseLost> losses =
      new EngineSection<>(
          "Leases lost",
          "No node fell silent over its work since this one started.",
          loss -> loss.executionId() + loss.at(),
          EngineRows::lost);
  private final EngineSection<Standing> standing =
      new EngineSection<>(
          "What waits for what",
          "Nothing is under way, or nothing that is has these words.",
          Standing::id,
          EngineRows::standing,
          words);
  private final More more = new More("Show more", this::more);
  private int limit = PAGE;

  EngineView(EngineState engine, Nodes nodes, CurrentActor current, EnginePulse pulse) {
    this.engine = engine;
    this.nodes = nodes;
    this.actor = current.get();
    addClassName("engine");
    words.setAriaLabel("Filter what waits");
    words.setPlaceholder("Filter");
    words.setClearButtonVisible(true);
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            filtered();
          }
        });
    Dom.named(words, "engine-filter");
    add(
        Dom.div("pagehead", Dom.h1("Engine")),
        figures,
        nodeRows,
        due,
        workedOn,
        losses,
        standing,
        more);
    pulse.follow(this, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    words.setValue(event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
    limit = PAGE;
    show();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Engine", ""));
  }

  private void filtered() {
    String q = words.getValue().strip();
    QueryParameters kept =
        q.isEmpty() ? QueryParameters.empty() : QueryParameters.simple(Map.of("q", q));
    UI.getCurrent().getPage().getHistory().replaceState(null, new Location("engine", kept));
    limit = PAGE;
    show();
  }

  private void more() {
    limit = Math.min(limit + PAGE, MOST);
    show();
  }

  private void show() {
    EngineNow now = engine.now(actor);
    figures.show(now);
    List<Node> known = nodes.list();
    nodeRows.show(known, known.size());
    due.show(now.due(), now.figures().due());
    workedOn.show(now.workedOn(), now.figures().workedOn());
    losses.show(now.losses(), now.losses().size());
    List<Standing> read = engine.standing(StandingQuery.longest(words.getValue(), limit), actor);
    standing.show(read, words.getValue().isBlank() ? now.figures().active() : read.size());
    more.setVisible(read.size() == limit && limit < MOST);
  }
}
