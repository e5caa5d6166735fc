package dev.gennaker.ui.editor;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.stage.StageType;
import dev.gennaker.ui.kit.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Chooses a stage type: recent ones first, filtered while one types, all of it by keyboard. */
final class Palette extends Div {

  private final PaletteList offer;
  private final BiConsumer<StageType<?>, Boolean> chosen;
  private final Runnable closed;
  private final TextField search = new TextField();
  private final UnorderedList list = new UnorderedList();
  private final List<StageType<?>> shown = new ArrayList<>();
  private final List<ListItem> items = new ArrayList<>();
  private int at;

  /**
   * @param chosen gets the type, and whether it goes in parallel
   * @param closed called when nothing was chosen
   */
  Palette(PaletteList offer, BiConsumer<StageType<?>, Boolean> chosen, Runnable closed) {
    this.offer = offer;
    this.chosen = chosen;
    this.closed = closed;
    addClassName("pal");
    getElement().setAttribute("data-test", "palette");
    list.setId("palette-list");
    list.getElement().setAttribute("role", "listbox");
    list.getElement().setAttribute("aria-label", "Stage types");
    search.setPrefixComponent(new Icon("search", "i14"));
    search.setValueChangeMode(ValueChangeMode.EAGER);
    search.addClassName("pal-search");
    search.getElement().setAttribute("autocomplete", "off");
    search.addValueChangeListener(event -> fill());
    search.addKeyDownListener(Key.ARROW_DOWN, event -> move(1));
    search.addKeyDownListener(Key.ARROW_UP, event -> move(-1));
    search.addKeyDownListener(Key.ENTER, event -> choose(at, false));
    search.addKeyDownListener(Key.ENTER, event -> choose(at, true), KeyModifier.SHIFT);
    search.addKeyDownListener(Key.ESCAPE, event -> close());
    Div foot =
        new Div(
            key("Enter"), new Span("add"), key("Shift Enter"), new Span("in parallel"), key("Esc"));
    foot.addClassName("pal-foot");
    add(search, list, foot);
    setVisible(false);
  }

  /**
   * Opens with an empty search.
   *
   * @param title what is added where, e.g. "Add a stage after Find image"
   */
  void open(String title) {
    search.setPlaceholder(title);
    search.setAriaLabel(title);
    search.clear();
    setVisible(true);
    fill();
    search.focus();
  }

  void close() {
    if (isVisible()) {
      setVisible(false);
      closed.run();
    }
  }

  private void fill() {
    list.removeAll();
    shown.clear();
    items.clear();
    for (PaletteList.Section section : offer.matching(search.getValue())) {
      ListItem head = new ListItem(section.title());
      head.addClassName("pal-head");
      head.getElement().setAttribute("role", "presentation");
      list.add(head);
      section.types().forEach(this::item);
    }
    if (shown.isEmpty()) {
      ListItem none =
          new ListItem("No stage type is called that. It may be one that is not installed here.");
      none.addClassName("pal-none");
      none.getElement().setAttribute("role", "option");
      none.getElement().setAttribute("aria-disabled", "true");
      list.add(none);
    }
    at = 0;
    mark();
  }

  private void item(StageType<?> type) {
    int index = shown.size();
    Span name = new Span(type.label());
    name.addClassName("pal-name");
    Span what = new Span(type.description());
    what.addClassNames("pal-what", "trunc");
    ListItem item = new ListItem(new Icon(type.icon()), name, what);
    item.addClassName("pal-item");
    item.setId("palette-" + index);
    item.getElement().setAttribute("role", "option");
    item.getElement().setAttribute("title", type.description());
    item.getElement().setAttribute("data-type", type.type());
    item.addClickListener(event -> choose(index, event.isShiftKey()));
    shown.add(type);
    items.add(item);
    list.add(item);
  }

  private void move(int by) {
    if (!items.isEmpty()) {
      at = Math.floorMod(at + by, items.size());
      mark();
    }
  }

  private void mark() {
    for (int i = 0; i < items.size(); i++) {
      items.get(i).getElement().setAttribute("aria-selected", String.valueOf(i == at));
    }
    Optional<ListItem> marked = items.isEmpty() ? Optional.empty() : Optional.of(items.get(at));
    marked.ifPresent(item -> item.getElement().callJsFunction("scrollIntoView", scroll()));
    search
        .getElement()
        .executeJs(
            "const i=this.inputElement;if(i){i.setAttribute('role','combobox');i.setAttribute('aria-controls','palette-list');i.setAttribute('aria-expanded','true');if($0)i.setAttribute('aria-activedescendant',$0);else i.removeAttribute('aria-activedescendant');}",
            marked.flatMap(ListItem::getId).orElse(""));
  }

  private static tools.jackson.databind.node.ObjectNode scroll() {
    return tools.jackson.databind.json.JsonMapper.shared()
        .createObjectNode()
        .put("block", "nearest");
  }

  private void choose(int index, boolean parallel) {
    if (index < shown.size()) {
      StageType<?> type = shown.get(index);
      setVisible(false);
      chosen.accept(type, parallel);
    }
  }

  private static Span key(String text) {
    Span key = new Span(text);
    key.addClassName("k");
    return key;
  }
}
