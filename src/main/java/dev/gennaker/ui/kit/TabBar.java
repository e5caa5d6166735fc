package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Tabs over one panel: one of them is chosen and in the tab order, arrows choose its neighbours.
 * Vaadin's own put a scroller between the list and its tabs, which screen readers do not
 * understand.
 */
public final class TabBar extends Div {

  private final List<NativeButton> tabs = new ArrayList<>();
  private final Runnable chosen;
  private int at;

  /**
   * @param name what the tabs are about, for those who do not see them
   * @param chosen called when another one was chosen
   */
  public TabBar(String name, Runnable chosen) {
    this.chosen = chosen;
    addClassName("tabs");
    getElement().setAttribute("role", "tablist");
    getElement().setAttribute("aria-label", name);
  }

  /** Adds a tab; the first one is chosen. */
  public void add(String title) {
    int index = tabs.size();
    NativeButton tab = new NativeButton("", click -> choose(index));
    tab.add(new Span(title));
    tab.getElement().setAttribute("role", "tab");
    key(tab, "ArrowRight", () -> go(index + 1));
    key(tab, "ArrowLeft", () -> go(index - 1));
    key(tab, "Home", () -> go(0));
    key(tab, "End", () -> go(tabs.size() - 1));
    tabs.add(tab);
    super.add(tab);
    mark();
  }

  /** Which one is chosen, from 0. */
  public int chosen() {
    return at;
  }

  public void choose(int index) {
    if (index != at) {
      at = index;
      mark();
      chosen.run();
    }
  }

  /** A figure beside a title; empty for none. */
  public void badge(int index, String figure) {
    NativeButton tab = tabs.get(index);
    tab.getChildren().skip(1).toList().forEach(tab::remove);
    if (!figure.isEmpty()) {
      tab.add(Dom.span(figure, "n"));
    }
  }

  /** Says of a component that it is what the chosen tab shows. */
  public static void panel(Component component) {
    component.getElement().setAttribute("role", "tabpanel");
  }

  private static void key(NativeButton tab, String key, Runnable does) {
    tab.getElement()
        .addEventListener("keydown", press -> does.run())
        .setFilter("event.key === '" + key + "'")
        .preventDefault();
  }

  private void go(int index) {
    choose(Math.floorMod(index, tabs.size()));
    tabs.get(at).focus();
  }

  private void mark() {
    for (int i = 0; i < tabs.size(); i++) {
      boolean on = i == at;
      NativeButton tab = tabs.get(i);
      tab.getElement().getClassList().set("on", on);
      tab.getElement().setAttribute("aria-selected", String.valueOf(on));
      tab.setTabIndex(on ? 0 : -1);
    }
  }
}
