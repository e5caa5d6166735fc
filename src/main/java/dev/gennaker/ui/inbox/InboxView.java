package dev.gennaker.ui.inbox;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.judgment.Judgments;
import dev.gennaker.judgment.JudgmentsChanged;
import dev.gennaker.security.Actor;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.ui.kit.Crumb;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.EmptyState;
import dev.gennaker.ui.kit.Live;
import dev.gennaker.ui.kit.Nav;
import dev.gennaker.ui.kit.Page;
import dev.gennaker.ui.kit.Rows;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** What waits for a person: for the one who looks first, then for others. */
@Route("inbox")
@PermitAll
@Nav(title = "Needs you", icon = "diamond", order = 20, phone = true)
class InboxView extends Div implements Page {

  private final Judgments judgments;
  private final Actor actor;
  private final Span count = Dom.span("", "cnt", "sail-cnt");
  private final UnorderedList mine = new UnorderedList();
  private final UnorderedList others = new UnorderedList();
  private final Section forOthers = Dom.section("needs", "Waiting for others", -1);
  private final Div nothing = Dom.div("");
  private final Rows<Judgment> myRows = new Rows<>(mine, Judgment::id, JudgmentLine::new);
  private final Rows<Judgment> otherRows =
      new Rows<>(others, Judgment::id, judgment -> new JudgmentLine(judgment, false));

  InboxView(Judgments judgments, CurrentActor current, Live live) {
    this.judgments = judgments;
    this.actor = current.get();
    addClassName("inbox");
    forOthers.add(others);
    add(Dom.div("pagehead", Dom.h1("Needs you"), count), mine, nothing, forOthers);
    mine.addClassName("needs");
    show();
    live.follow(this, JudgmentsChanged.class::isInstance, this::show);
  }

  private void show() {
    List<Judgment> waiting = judgments.waiting(actor);
    List<Judgment> forMe = waiting.stream().filter(j -> judgments.mayAnswer(j, actor)).toList();
    List<Judgment> rest = waiting.stream().filter(j -> !judgments.mayAnswer(j, actor)).toList();
    count.setText(forMe.isEmpty() ? "" : String.valueOf(forMe.size()));
    myRows.show(forMe);
    otherRows.show(rest);
    forOthers.setVisible(!rest.isEmpty());
    nothing.removeAll();
    if (forMe.isEmpty()) {
      nothing.add(
          new EmptyState(
              "check",
              "Nothing waits for you",
              "When a pipeline asks for a judgment that you may give, it stands here at once.",
              Dom.link("executions", "See the runs", "link")));
    }
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(new Crumb("Needs you", ""));
  }
}
