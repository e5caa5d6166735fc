package dev.gennaker.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Finder;
import dev.gennaker.ui.kit.Icon;
import java.util.List;
import java.util.Locale;

/** Find or do anything: type, arrow, Enter. The arrows are the browser's own (kit/shell.ts). */
final class Search extends Dialog {

  private static final int EACH = 6;

  private final List<Finder> finders;
  private final Actor actor;
  private final Div hits = Dom.div("hits");
  private final Div none = Dom.div("no-hits ink2");

  Search(List<Finder> finders, Actor actor) {
    this.finders = finders;
    this.actor = actor;
    setAriaLabel("Find or do anything");
    addClassName("palette");
    setTop("12vh");
    setLeft("max(4vw, calc(50vw - 280px))");
    setModality(com.vaadin.flow.component.ModalityMode.STRICT);
    TextField words = new TextField();
    words.setPlaceholder("Find or do anything");
    words.setAriaLabel("Find or do anything");
    words.setPrefixComponent(new Icon("search"));
    words.setValueChangeMode(ValueChangeMode.LAZY);
    words.setValueChangeTimeout(90);
    words.addValueChangeListener(change -> find(change.getValue()));
    words.setAutofocus(true);
    words.focus();
    Dom.named(words, "search-words");
    hits.getElement().setAttribute("role", "listbox");
    hits.getElement().setAttribute("aria-label", "Hits");
    hits.getElement().setAttribute("tabindex", "0");
    none.getElement().setAttribute("role", "status");
    add(words, hits, none);
    find("");
  }

  private void find(String typed) {
    String words = typed.strip().toLowerCase(Locale.ROOT);
    hits.removeAll();
    boolean any = false;
    for (Finder finder : finders) {
      List<Finder.Hit> found = finder.find(words, actor, EACH);
      if (!found.isEmpty()) {
        Div group = Dom.div("group", Dom.div("grp", Dom.span(finder.heading())));
        group.getElement().setAttribute("role", "group");
        group.getElement().setAttribute("aria-label", finder.heading());
        found.forEach(hit -> group.add(row(hit)));
        hits.add(group);
        any = true;
      }
    }
    none.setText(any ? "" : "Nothing here is called “%s”.".formatted(typed.strip()));
    none.setVisible(!any);
  }

  private Component row(Finder.Hit hit) {
    Component[] shown = {
      new Icon(hit.icon()),
      Dom.span(hit.title(), "trunc"),
      Dom.span(hit.detail(), "ink3", "trunc", "s")
    };
    Component row =
        switch (hit.choice()) {
          case Finder.Choice.Open(var href) -> Dom.linkOf(href, "hit", shown);
          case Finder.Choice.Act _ -> Dom.div("hit", shown);
        };
    row.getElement().setAttribute("role", "option");
    row.getElement().setAttribute("tabindex", "-1");
    row.getElement().addEventListener("click", click -> chosen(hit));
    return row;
  }

  private void chosen(Finder.Hit hit) {
    close();
    if (hit.choice() instanceof Finder.Choice.Act(Runnable action)) {
      action.run();
    }
  }
}
