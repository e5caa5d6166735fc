package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Drop;
import dev.gennaker.ui.kit.Icon;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The chips above the board; one that could only say one thing is left out. */
final class FilterBar extends Div {

  // Nobody looks through more of them, and all of them are sent with the page.
  private static final int CHOICES = 40;

  private final Div chips = Dom.div("chips");
  private final SearchField words;
  private final Function<Filter, String> address;
  private Filter filter = Filter.NONE;
  private List<Choice> drawn = List.of();

  /**
   * @param changed told of words that were typed
   * @param address the page's address with another filter
   */
  FilterBar(Consumer<Filter> changed, Function<Filter, String> address) {
    this.address = address;
    this.words = new SearchField(typed -> changed.accept(filter.withWords(typed)));
    addClassName("filters");
    add(chips, words);
  }

  void show(Filter now, Collection<ServerGroup> all) {
    filter = now;
    words.show(now.words());
    List<Choice> wanted =
        Stream.of(Filter.By.values())
            .map(by -> new Choice(by, now.value(by), values(by, all)))
            .filter(choice -> choice.values().size() > 1 || !choice.value().isEmpty())
            .toList();
    if (wanted.equals(drawn)) {
      return;
    }
    drawn = wanted;
    chips.removeAll();
    wanted.forEach(choice -> chips.add(chip(choice.by(), choice.values())));
  }

  /** What a chip says and offers; where its entries lead is found out when it is opened. */
  private record Choice(Filter.By by, String value, List<String> values) {}

  private List<String> values(Filter.By by, Collection<ServerGroup> all) {
    if (by == Filter.By.STATE) {
      // All of them: states come and go while somebody chooses.
      return Stream.of(State.values()).map(State::key).toList();
    }
    if (by == Filter.By.FOLDER) {
      return folders(filter.folder(), all);
    }
    Stream<String> values =
        all.stream()
            .map(
                group ->
                    switch (by) {
                      case STACK -> Optional.ofNullable(group.moniker().stack()).orElse("");
                      case DETAIL -> Optional.ofNullable(group.moniker().detail()).orElse("");
                      case LOCATION -> group.location();
                      case STATE, FOLDER -> "";
                    });
    return List.copyOf(new TreeSet<>(values.filter(v -> !v.isEmpty()).toList()));
  }

  /** The way to where one is, and what is below. */
  private static List<String> folders(String at, Collection<ServerGroup> all) {
    return Stream.concat(Folders.way(at).stream(), Folders.in(at, all).stream()).toList();
  }

  private NativeButton chip(Filter.By by, List<String> values) {
    String value = filter.value(by);
    boolean on = !value.isEmpty();
    NativeButton chip = new NativeButton();
    chip.add(Dom.span(by.key() + ": " + (on ? value : "any")), new Icon("chevron-down", "i12"));
    chip.addClassName("chip");
    chip.getElement().getClassList().set("on", on);
    Dom.named(chip, "filter-" + by.key());
    Drop.from(chip, "Filter by " + by.key(), () -> entries(by, values));
    return chip;
  }

  private List<Component> entries(Filter.By by, List<String> values) {
    String value = filter.value(by);
    List<Component> entries = new ArrayList<>();
    entries.add(entry("any", value.isEmpty(), filter.with(by, "")));
    values.stream()
        .limit(CHOICES)
        .forEach(one -> entries.add(entry(one, Objects.equals(one, value), filter.with(by, one))));
    if (values.size() > CHOICES) {
      entries.add(Dom.p("%,d more; type to find".formatted(values.size() - CHOICES), "ink3"));
    }
    return entries;
  }

  private Component entry(String text, boolean chosen, Filter then) {
    Anchor entry = Dom.link(address.apply(then), text);
    entry.getElement().getClassList().set("on", chosen);
    if (chosen) {
      entry.getElement().setAttribute("aria-current", "true");
    }
    return entry;
  }
}
