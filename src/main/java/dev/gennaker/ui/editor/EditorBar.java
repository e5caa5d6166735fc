package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Span;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.kit.Icon;
import java.util.List;

/** Above the graph: revision, undo and redo by name, picture or text, changes, save, start. */
final class EditorBar extends Header {

  private final Desk desk;
  private final Span revision = new Span();
  private final Button undo = new Button(new Icon("undo-2"));
  private final Button redo = new Button(new Icon("redo-2"));
  private final Span undoWord = new Span();
  private final Button picture = new Button("Visual", new Icon("workflow", "i14"));
  private final Button text = new Button("JSON", new Icon("code", "i14"));
  private final Button changes = new Button();
  private final Button save = new Button("Save");
  private final Button start = new Button("Start…", new Icon("play", "i14"));

  EditorBar(Desk desk, Wishes wishes) {
    this.desk = desk;
    addClassName("ed-bar");
    revision.addClassName("tag");
    undo.setThemeName("tertiary icon");
    redo.setThemeName("tertiary icon");
    undoWord.addClassNames("ed-undo", "trunc");
    undo.addClickListener(click -> wishes.undo());
    redo.addClickListener(click -> wishes.redo());
    picture.addClickListener(click -> wishes.view(false));
    text.addClickListener(click -> wishes.view(true));
    changes.addClickListener(click -> wishes.changes());
    changes.addClassName("ed-changes");
    changes.getElement().setAttribute("data-test", "changes");
    save.addClickListener(click -> wishes.save());
    save.getElement().setAttribute("data-test", "save");
    start.addClickListener(click -> wishes.start());
    start.setThemeName("primary");
    start.getElement().setAttribute("data-test", "start");
    Div views = new Div(picture, text);
    views.addClassName("seg");
    views.getElement().setAttribute("role", "group");
    views.getElement().setAttribute("aria-label", "View");
    Div saving = new Div(changes, save);
    saving.addClassName("joined");
    Span left = new Span();
    left.addClassName("grow");
    Span right = new Span();
    right.addClassName("grow");
    H1 title = new H1(desk.document().nameOfPipeline());
    title.addClassName("vh");
    add(title, revision, undo, redo, undoWord, left, views, right, saving, start);
    showView(false);
    refresh();
  }

  /** Shows which of the two views is open. */
  void showView(boolean asText) {
    mark(picture, !asText);
    mark(text, asText);
  }

  /** Follows the draft. */
  void refresh() {
    Draft draft = desk.draft();
    int count = draft.changes().size();
    revision.setText(draft.base().revision() == 0 ? "not saved" : "rev " + draft.base().revision());
    undo.setEnabled(draft.undoLabel().isPresent());
    redo.setEnabled(draft.redoLabel().isPresent());
    name(
        undo, draft.undoLabel().map(label -> "Undo: " + label).orElse("Nothing to undo"), "Ctrl Z");
    name(
        redo, draft.redoLabel().map(label -> "Redo: " + label).orElse("Nothing to redo"), "Ctrl Y");
    undoWord.setText(draft.undoLabel().map(label -> "Undo: " + label).orElse(""));
    changes.setText(count == 1 ? "1 change" : count + " changes");
    changes.setIcon(new Icon("file-diff", "i14"));
    changes.setVisible(count > 0);
    save.setEnabled(desk.editable() && count > 0);
    long errors = desk.problems().errors();
    start.setEnabled(draft.base().revision() > 0);
    start.setTooltipText(
        count > 0
            ? "Starts the saved revision " + draft.base().revision() + ", or saves first"
            : errors > 0 ? "Errors stand in the way; starting says which" : "");
  }

  private static void name(Button button, String title, String key) {
    button.setAriaLabel(title);
    button.setTooltipText(title + " (" + key + ")");
  }

  private static void mark(Button button, boolean on) {
    button.setThemeName("tertiary");
    button.getElement().getClassList().set("on", on);
    button.getElement().setAttribute("aria-pressed", String.valueOf(on));
  }

  /** The buttons a tour or a test looks for. */
  List<Button> views() {
    return List.of(picture, text);
  }
}
