package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.pipeline.StageDefinition;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Path;
import dev.gennaker.ui.kit.Icon;
import dev.gennaker.ui.kit.TabBar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** One stage: its name, its settings, when it runs, what its failure does, notes. */
final class StagePart extends Div implements InspectorPart {

  private final Desk desk;
  private final String stage;
  private final TextField name = new TextField();
  private final Paragraph headline = new Paragraph();
  private final TabBar tabs = new TabBar("Of the stage", this::content);
  private final List<StageTab> contents = new ArrayList<>();
  private final Div body = new Div();
  private final SettingsTab settings;
  private final PreviewBar preview;
  private boolean showing;

  StagePart(Desk desk, String stage) {
    this.desk = desk;
    this.stage = stage;
    StageDefinition definition = desk.document().stage(stage).orElseThrow();
    Span tile = new Span(new Icon(desk.words().icon(definition)));
    tile.addClassName("tile");
    name.setAriaLabel("Name of the stage");
    name.addClassName("insp-name");
    name.setValueChangeMode(ValueChangeMode.LAZY);
    name.setReadOnly(!desk.editable());
    name.addValueChangeListener(
        event -> {
          if (event.isFromClient() && !showing) {
            rename(event.getValue());
          }
        });
    Span type = new Span(desk.words().typeLabel(definition));
    type.addClassName("insp-type");
    Div words = new Div(name, type);
    words.addClassName("insp-words");
    Button close = new Button(new Icon("x"), click -> desk.select(List.of()));
    close.setThemeName("tertiary icon");
    close.setAriaLabel("Close: show the pipeline's settings");
    Div head = new Div(tile, words, more(), close);
    head.addClassName("insp-head");
    headline.addClassNames("insp-line", "ink2");
    body.addClassName("insp-body");
    settings = new SettingsTab(desk, stage);
    tab("Settings", settings);
    tab("Runs when", new RunsWhenTab(desk, stage));
    tab("On failure", new OnFailureTab(desk, stage));
    tab("Notes", new NotesTab(desk, stage));
    TabBar.panel(body);
    preview = new PreviewBar(desk, stage);
    add(head, headline, tabs, body, preview);
    content();
    refresh();
  }

  @Override
  public void refresh() {
    desk.document()
        .stage(stage)
        .ifPresent(
            definition -> {
              showing = true;
              String now = definition.name();
              if (!now.equals(name.getValue())) {
                name.setValue(now);
              }
              showing = false;
              headline.setText(desk.words().headline(definition).replace("`", ""));
            });
    for (int i = 0; i < contents.size(); i++) {
      tabs.badge(i, contents.get(i).badge());
    }
    chosen().refresh();
    preview.refresh();
  }

  @Override
  public void focusFirst() {
    tabs.choose(0);
    settings.focusFirst();
  }

  @Override
  public void focus(String problem) {
    IntStream.range(0, contents.size())
        .filter(i -> contents.get(i).holds(problem))
        .findFirst()
        .ifPresentOrElse(
            i -> {
              tabs.choose(i);
              contents.get(i).focus(problem);
            },
            this::focusFirst);
  }

  private void tab(String title, StageTab content) {
    contents.add(content);
    tabs.add(title);
  }

  private void content() {
    StageTab chosen = chosen();
    body.removeAll();
    body.add(chosen);
    chosen.refresh();
  }

  private StageTab chosen() {
    return contents.get(tabs.chosen());
  }

  private void rename(String typed) {
    desk.attempt(
        () -> {
          desk.draft()
              .edit(
                  (before, after) ->
                      "rename %s → %s"
                          .formatted(
                              Difference.brief(StringNode.valueOf(before.nameOf(stage))),
                              Difference.brief(StringNode.valueOf(after.nameOf(stage)))),
                  stage + ".name",
                  document ->
                      document.with(
                          stage, Path.of("name"), JsonMapper.shared().valueToTree(typed)));
          return true;
        });
  }

  private Button more() {
    Button more = new Button(new Icon("ellipsis"));
    more.setThemeName("tertiary icon");
    more.setAriaLabel("More for this stage");
    more.setEnabled(desk.editable());
    ContextMenu menu = new ContextMenu(more);
    menu.setOpenOnClick(true);
    menu.addItem("Duplicate", click -> desk.edit(e -> e.duplicate(List.of(stage))));
    menu.addItem("Remove", click -> desk.edit(e -> e.remove(List.of(stage))));
    return more;
  }
}
