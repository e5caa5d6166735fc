package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.provider.ListDataProvider;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A long list of which only the lines in sight exist in the browser. A change replaces only the
 * lines that changed, so that focus and scroll stay where they are.
 *
 * @param <L> a line; compared by {@code equals}
 */
final class KeyedList<L> extends VirtualList<L> {

  private final List<L> lines = new ArrayList<>();
  private final Function<L, Object> key;
  private final ListDataProvider<L> provider;

  /**
   * @param key the same for the same thing with another content
   */
  KeyedList(Function<L, Object> key, LitRenderer<L> renderer) {
    this.key = key;
    this.provider =
        new ListDataProvider<>(lines) {
          @Override
          public Object getId(L line) {
            return key.apply(line);
          }
        };
    setDataProvider(provider);
    setRenderer(renderer);
  }

  /** Shows other lines; those that stayed as they are cost nothing. */
  void show(List<L> now) {
    List<L> before = List.copyOf(lines);
    lines.clear();
    lines.addAll(now);
    if (!sameThings(before, now)) {
      provider.refreshAll();
      return;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!now.get(i).equals(before.get(i))) {
        provider.refreshItem(now.get(i));
      }
    }
  }

  private boolean sameThings(List<L> before, List<L> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!key.apply(now.get(i)).equals(key.apply(before.get(i)))) {
        return false;
      }
    }
    return true;
  }
}
