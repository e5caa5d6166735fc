package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.ui.draft.Change;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.kit.Icon;
import java.util.List;

/** Somebody else saved while this draft has changes: shows theirs and lets the person decide. */
final class Newer extends Div {

  private static final int SHOWN = 6;

  /**
   * @param theirs what is saved now
   * @param keep puts the own changes on top of it
   * @param take takes it; undo brings the own changes back
   */
  Newer(Desk desk, Pipeline theirs, Runnable keep, Runnable take) {
    addClassName("newer");
    getElement().setAttribute("role", "alert");
    List<Change> changes = Difference.between(desk.draft().saved(), Document.of(theirs.document()));
    Paragraph said =
        new Paragraph(
            new Span(
                "%s saved revision %d while you were editing revision %d."
                    .formatted(
                        theirs.savedBy(), theirs.revision(), desk.draft().base().revision())));
    said.addClassName("b");
    UnorderedList list = new UnorderedList();
    changes.stream()
        .limit(SHOWN)
        .forEach(
            change -> {
              Span name = new Span(change.title());
              name.addClassName("b");
              list.add(new ListItem(name, new Span(" " + change.detail())));
            });
    if (changes.size() > SHOWN) {
      list.add(new ListItem("and %d more".formatted(changes.size() - SHOWN)));
    }
    if (changes.isEmpty()) {
      list.add(new ListItem("It says the same as before."));
    }
    Button keepMine = new Button("Keep mine on top", click -> keep.run());
    keepMine.getElement().setAttribute("data-test", "keep");
    Button takeTheirs = new Button("Take theirs", click -> take.run());
    takeTheirs.getElement().setAttribute("data-test", "take");
    Paragraph note =
        new Paragraph(
            "On top: saving then undoes what they changed where it differs. Taking theirs can be undone.");
    note.addClassNames("xs", "ink2");
    Div actions = new Div(keepMine, takeTheirs);
    actions.addClassName("acts");
    add(new Icon("git-merge"), new Div(said, list, actions, note));
  }
}
