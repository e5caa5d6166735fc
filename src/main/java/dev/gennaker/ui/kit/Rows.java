package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.ArrayList;
import java.util.HashMap;
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
  private final List<Object> order = new ArrayList<>();
  private final Map<Object, Drawn<M>> drawn = new HashMap<>();

  /**
   * @param place holds the rows and nothing else
   * @param key the same for the same thing with another value
   */
  public Rows(HasComponents place, Function<M, Object> key, Function<M, Component> draw) {
    this.place = place;
    this.key = key;
    this.draw = draw;
  }

  public void show(List<M> values) {
    List<Object> keys = values.stream().map(key).toList();
    boolean sameThings = keys.equals(order);
    Map<Object, Drawn<M>> before = new HashMap<>(drawn);
    drawn.clear();
    if (!sameThings) {
      place.removeAll();
    }
    for (int i = 0; i < values.size(); i++) {
      M value = values.get(i);
      Drawn<M> old = before.get(keys.get(i));
      Drawn<M> now =
          old != null && old.value().equals(value) ? old : new Drawn<>(value, draw.apply(value));
      drawn.put(keys.get(i), now);
      if (!sameThings) {
        place.add(now.row());
      } else if (old != null && now != old) {
        place.replace(old.row(), now.row());
      }
    }
    order.clear();
    order.addAll(keys);
  }
}
