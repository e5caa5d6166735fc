package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The server groups of a deploy: one fold each, with buttons to add, copy and remove. */
class EntriesForm extends VerticalLayout {

  private final Map<String, Object> settings;
  private final Map<String, String> providers;
  private final BiFunction<Map<String, Object>, Consumer<Map<String, Object>>, Component> part;
  private final Consumer<Map<String, Object>> changed;
  private final List<Map<String, Object>> entries = new ArrayList<>();
  private final VerticalLayout folds = new VerticalLayout();

  /**
   * @param providers labels of the providers one may add an entry for, by id
   * @param part makes a provider's part of an entry
   */
  EntriesForm(
      Map<String, Object> settings,
      Map<String, String> providers,
      BiFunction<Map<String, Object>, Consumer<Map<String, Object>>, Component> part,
      Consumer<Map<String, Object>> changed) {
    this.settings = settings;
    this.providers = providers;
    this.part = part;
    this.changed = changed;
    setPadding(false);
    folds.setPadding(false);
    add(folds);
    if (settings.get("clusters") instanceof List<?> list) {
      list.forEach(this::read);
    }
    read(settings.get("cluster"));
    HorizontalLayout buttons = new HorizontalLayout();
    buttons.setWrap(true);
    providers.forEach(
        (id, label) -> {
          String text = providers.size() == 1 ? "Add server group" : "Add on " + label;
          buttons.add(new Button(text, click -> add(Map.of("cloudProvider", id))));
        });
    add(buttons);
    show(entries.size() == 1 ? 0 : -1);
  }

  private void read(@Nullable Object entry) {
    if (entry instanceof Map<?, ?> map) {
      Map<String, Object> copy = new HashMap<>();
      map.forEach((key, value) -> copy.put(String.valueOf(key), value));
      entries.add(copy);
    }
  }

  private void add(Map<String, Object> entry) {
    entries.add(new HashMap<>(entry));
    show(entries.size() - 1);
    tell();
  }

  private void show(int open) {
    folds.removeAll();
    if (entries.isEmpty()) {
      folds.add(
          new Span(
              providers.isEmpty()
                  ? "No account is configured, so there is nowhere to deploy to yet."
                  : "Nothing is deployed yet. Add a server group."));
    }
    for (int i = 0; i < entries.size(); i++) {
      folds.add(fold(i, i == open));
    }
  }

  private Details fold(int index, boolean open) {
    Details fold = new Details(title(index));
    fold.setWidthFull();
    fold.setOpened(open);
    Map<String, Object> entry = entries.get(index);
    StrategyForm strategy = new StrategyForm(entry, change -> merge(index, change, fold));
    Button copy = new Button("Copy", click -> add(entries.get(index)));
    Button remove = new Button("Remove", click -> remove(index));
    copy.setAriaLabel("Copy " + title(index));
    remove.setAriaLabel("Remove " + title(index));
    HorizontalLayout buttons = new HorizontalLayout(copy, remove);
    VerticalLayout content =
        new VerticalLayout(
            part.apply(Map.copyOf(withoutNulls(entry)), change -> replace(index, change, fold)),
            strategy,
            buttons);
    content.setPadding(false);
    fold.add(content);
    return fold;
  }

  private static Map<String, Object> withoutNulls(Map<String, Object> entry) {
    Map<String, Object> all = new HashMap<>(entry);
    all.values().removeIf(value -> value == null);
    return all;
  }

  /** The provider's part keeps the strategy's keys as they are now. */
  private void replace(int index, Map<String, Object> provided, Details fold) {
    change(index, with(provided, entries.get(index)), fold);
  }

  private void merge(int index, Map<String, Object> strategy, Details fold) {
    change(index, with(entries.get(index), strategy), fold);
  }

  private static Map<String, Object> with(
      Map<String, Object> provided, Map<String, Object> strategy) {
    Map<String, Object> entry = new HashMap<>(provided);
    for (String key : StrategyForm.KEYS) {
      entry.remove(key);
      if (strategy.containsKey(key)) {
        entry.put(key, strategy.get(key));
      }
    }
    return entry;
  }

  private void change(int index, Map<String, Object> entry, Details fold) {
    entries.set(index, entry);
    fold.setSummaryText(title(index));
    tell();
  }

  private void remove(int index) {
    entries.remove(index);
    show(-1);
    tell();
  }

  private void tell() {
    Map<String, Object> all = new HashMap<>(settings);
    all.remove("cluster");
    all.put("clusters", List.copyOf(entries));
    changed.accept(all);
  }

  private String title(int index) {
    Map<String, Object> entry = entries.get(index);
    StringBuilder name = new StringBuilder();
    for (String key : List.of("application", "stack", "freeFormDetails")) {
      Object part = entry.get(key);
      if (part != null && !String.valueOf(part).isBlank()) {
        name.append(name.isEmpty() ? "" : "-").append(part);
      }
    }
    Object region = entry.getOrDefault("region", entry.get("dcosCluster"));
    return (name.isEmpty() ? "Server group " + (index + 1) : name)
        + (region == null ? "" : " → " + region);
  }
}
