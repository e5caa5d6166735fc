package dev.gennaker.ui.editor;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ShortcutRegistration;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.graph.GraphCommand;
import dev.gennaker.ui.graph.PipelineGraph;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One open pipeline: wires graph, palette, inspector, changes and text to its draft. */
final class Editor extends Div implements Wishes {

  private final EditorServices services;
  private final Consumer<List<String>> address;
  private final Desk desk;
  private final PipelineGraph graph = new PipelineGraph();
  private final DraftGraph drawing;
  private final EditorBar bar;
  private final Inspector inspector;
  private final ChangesPanel changes;
  private final ProblemsPanel problems;
  private final JsonPanel json;
  private final Adding adding;
  private final Saving saving;
  private final EarlierDraft earlier;
  private final Div board = new Div();
  private final Div top = new Div();
  private final Runnable unwatch;
  private @Nullable UI ui;

  Editor(
      EditorServices services,
      RecentTypes recent,
      Actor actor,
      Pipeline pipeline,
      boolean mayWrite,
      Consumer<List<String>> address) {
    this.services = services;
    this.address = address;
    desk =
        new Desk(
            services,
            services.drafts().of(actor, pipeline),
            actor,
            mayWrite,
            graph::explain,
            this::select);
    drawing = new DraftGraph(desk.words());
    bar = new EditorBar(desk, this);
    inspector = new Inspector(desk);
    saving = new Saving(desk, top, this::saved);
    earlier = new EarlierDraft(desk, saving::look);
    changes = new ChangesPanel(desk, saving::save, this::closeChanges);
    problems = new ProblemsPanel(desk, this::show);
    json = new JsonPanel(desk);
    adding = new Adding(desk, graph, recent, inspector::focusFirst);
    addClassName("ed-all");
    top.addClassName("ed-top");
    board.addClassName("ed-board");
    board.add(graph, adding.button(), adding.palette(), problems, changes, json);
    json.setVisible(false);
    Div middle = new Div(board, inspector);
    middle.addClassName("ed-middle");
    add(bar, earlier, top, middle);
    graph.addCommandListener(new Gestures(desk, graph, inspector, this)::hear);
    unwatch = desk.draft().onChange(this::changed);
    desk.preview().listen(inspector::refresh, () -> address.accept(inspector.selected()));
    saving.look();
    refresh();
  }

  /** Whether it shows this pipeline. */
  boolean shows(String pipelineId) {
    return desk.draft().base().id().equals(pipelineId);
  }

  /** Selects what the address names. */
  void open(List<String> selected) {
    List<String> there =
        selected.stream().filter(id -> desk.document().stage(id).isPresent()).toList();
    graph.select(there);
    inspector.show(there);
    there.forEach(graph::reveal);
  }

  /** The runs it can preview against, and the one it does. */
  Preview preview() {
    return desk.preview();
  }

  /** Somebody, perhaps this person, saved a revision. */
  void somebodySaved() {
    saving.look();
    refresh();
  }

  /** The page is left; the draft stays. */
  void leave() {
    unwatch.run();
    services.drafts().left(desk.actor(), desk.draft());
  }

  @Override
  public void undo() {
    desk.attempt(() -> desk.draft().undo());
  }

  @Override
  public void redo() {
    desk.attempt(() -> desk.draft().redo());
  }

  @Override
  public void view(boolean text) {
    json.setVisible(text);
    bar.showView(text);
    if (text) {
      json.refresh();
      json.focus();
    } else {
      graph.focusBoard();
    }
  }

  @Override
  public void changes() {
    if (changes.isVisible()) {
      closeChanges();
    } else {
      changes.open();
      refresh();
    }
  }

  @Override
  public void save() {
    if (!desk.draft().changes().isEmpty()) {
      saving.save("");
    }
  }

  @Override
  public void add(GraphCommand.OpenPalette wish) {
    adding.open(wish);
  }

  @Override
  public void stopAdding() {
    adding.close();
  }

  @Override
  public void problem(boolean back) {
    problems.next(back);
  }

  @Override
  public void selected(List<String> stages) {
    address.accept(stages);
  }

  @Override
  public void start() {
    saving.start();
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    ui = event.getUI();
    shortcut(Key.KEY_S, KeyModifier.CONTROL, this::save);
    shortcut(Key.F8, null, () -> problems.next(false));
    shortcut(Key.F8, KeyModifier.SHIFT, () -> problems.next(true));
  }

  private void shortcut(Key key, @Nullable KeyModifier modifier, Runnable does) {
    ShortcutRegistration shortcut =
        modifier == null
            ? Shortcuts.addShortcutListener(this, does::run, key)
            : Shortcuts.addShortcutListener(this, does::run, key, modifier);
    shortcut.setResetFocusOnActiveElement(true);
  }

  /** May come from another tab of the same person, whose thread holds another session. */
  private void changed() {
    UI page = ui;
    if (page == null || page == UI.getCurrent()) {
      services.drafts().keep(desk.actor(), desk.draft());
      refresh();
    } else {
      page.access(this::refresh);
    }
  }

  private void refresh() {
    desk.check();
    graph.setModel(
        drawing.of(
            desk.draft(),
            desk.problems(),
            desk.editable(),
            changes.isVisible(),
            services.clock().instant()));
    bar.refresh();
    earlier.refresh();
    inspector.refresh();
    problems.refresh();
    if (changes.isVisible()) {
      changes.refresh();
    }
    if (json.isVisible()) {
      json.refresh();
    }
  }

  private void select(List<String> stages) {
    graph.select(stages);
    inspector.show(stages);
    stages.stream().findFirst().ifPresent(graph::reveal);
    address.accept(stages);
  }

  private void show(StageProblems.Located problem) {
    select(Optional.ofNullable(problem.stage()).map(List::of).orElse(List.of()));
    inspector.focus(problem);
  }

  private void closeChanges() {
    changes.setVisible(false);
    refresh();
    graph.focusBoard();
  }

  private void saved() {
    changes.done();
    problems.open(desk.problems().errors() > 0);
    refresh();
  }
}
