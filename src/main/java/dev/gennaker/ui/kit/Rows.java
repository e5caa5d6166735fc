package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Rows that follow a list of values: only those whose value changed are drawn anew, so that a live
 * page keeps its focus and sends little.
 *
 * @param <M> what a row shows; compared by {@code equals}
 */
public final class Rows<M> {

  private record Drawn<M>(M value, Component row) {}

  private final HasComponents place;
  private final Function<M, Object> key;
  private final Function<M, Component> draw;

  /** In the order shown. */
  private final Map<Object, Drawn<M>> drawn = new LinkedHashMap<>();

  /**
   * @param place holds the rows and nothing else
   * @param key the same for the same thing with another value
   */
  public Rows(HasComponents place, Function<M, Object> key, Function<M, Component> draw) {
    this.place = place;
    this.key = key;
    this.draw = draw;
  }

  /** Shows these; what stays where it is is not touched, however many there are. */
  public void show(List<M> values) {
    Map<Object, Drawn<M>> before = new HashMap<>(drawn);
    drawn.clear();
    for (M value : values) {
      Object name = key.apply(value);
      Drawn<M> old = before.get(name);
      drawn.put(
          name,
          old != null && old.value().equals(value) ? old : new Drawn<>(value, draw.apply(value)));
    }
    before.forEach(
        (name, old) -> {
          if (drawn.get(name) != old) {
            place.remove(old.row());
          }
        });
    Element parent = place.getElement();
    int at = 0;
    for (Drawn<M> each : drawn.values()) {
      Element row = each.row().getElement();
      if (at >= parent.getChildCount() || !parent.getChild(at).equals(row)) {
        parent.insertChild(at, row);
      }
      at++;
    }
  }
}
