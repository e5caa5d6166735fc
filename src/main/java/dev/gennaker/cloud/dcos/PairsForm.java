package dev.gennaker.cloud.dcos;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** Names and values; a value that is more than text, such as a secret, is shown but kept. */
final class PairsForm extends VerticalLayout {

  private final String noun;
  private final List<Pair> pairs = new ArrayList<>();
  private final Consumer<Map<String, Object>> changed;
  private final VerticalLayout lines = new VerticalLayout();

  private record Pair(String name, Object value) {}

  PairsForm(String noun, Map<String, Object> map, Consumer<Map<String, Object>> changed) {
    this.noun = noun;
    this.changed = changed;
    map.forEach((name, value) -> pairs.add(new Pair(name, value)));
    setPadding(false);
    lines.setPadding(false);
    add(lines, new Button("Add " + noun.toLowerCase(Locale.ROOT), click -> append()));
    show();
  }

  private void append() {
    pairs.add(new Pair("", ""));
    show();
  }

  private void remove(int index) {
    pairs.remove(index);
    show();
    tell();
  }

  private void set(int index, Pair pair) {
    pairs.set(index, pair);
    tell();
  }

  private void tell() {
    Map<String, Object> map = new LinkedHashMap<>();
    pairs.stream()
        .filter(pair -> !pair.name().isBlank())
        .forEach(pair -> map.put(pair.name().strip(), pair.value()));
    changed.accept(map);
  }

  private void show() {
    lines.removeAll();
    for (int i = 0; i < pairs.size(); i++) {
      int index = i;
      Pair pair = pairs.get(i);
      TextField name = new TextField(noun);
      name.setValue(pair.name());
      name.addValueChangeListener(
          e -> set(index, new Pair(e.getValue(), pairs.get(index).value())));
      TextField value = new TextField("Value");
      boolean text = pair.value() instanceof String;
      value.setValue(
          text
              ? String.valueOf(pair.value())
              : JsonMapper.shared().writeValueAsString(pair.value()));
      value.setReadOnly(!text);
      value.addValueChangeListener(
          e -> set(index, new Pair(pairs.get(index).name(), e.getValue())));
      Button remove = new Button("Remove", click -> remove(index));
      remove.setAriaLabel("Remove " + noun + " " + pair.name());
      HorizontalLayout line = new HorizontalLayout(name, value, remove);
      line.setWrap(true);
      line.setAlignItems(FlexComponent.Alignment.BASELINE);
      lines.add(line);
    }
  }
}
