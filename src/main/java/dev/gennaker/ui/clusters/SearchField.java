package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Icon;
import java.util.function.Consumer;

/** Where one types a {@link Search}. */
final class SearchField extends TextField {

  /**
   * @param typed told of what was typed, without blanks around it
   */
  SearchField(Consumer<String> typed) {
    setPlaceholder("word, image:, label:, host:");
    setAriaLabel("Filter by words, image:, label:, host:, group:, task:, owner: or by:");
    setPrefixComponent(new Icon("filter", "i14"));
    setClearButtonVisible(true);
    setValueChangeMode(ValueChangeMode.LAZY);
    setValueChangeTimeout(150);
    addClassName("chip-field");
    addValueChangeListener(
        change -> {
          if (change.isFromClient()) {
            typed.accept(change.getValue().strip());
          }
        });
    Dom.named(this, "filter-words");
  }

  /** Shows what the address says, unless it stands there already. */
  void show(String words) {
    if (!getValue().strip().equals(words)) {
      setValue(words);
    }
  }
}
