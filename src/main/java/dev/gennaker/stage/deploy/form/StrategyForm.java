package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What becomes of the older server groups, and of the new one where it fails. */
class StrategyForm extends VerticalLayout {

  /** The keys of an entry that are edited here and nowhere else. */
  static final Set<String> KEYS =
      Set.of(
          "strategy",
          "maxRemainingAsgs",
          "delayBeforeDisableSec",
          "scaleDown",
          "delayBeforeScaleDownSec",
          "allowDeleteActive",
          "allowScaleDownActive",
          "rollback");

  private static final Map<String, String> WORDS =
      Map.of(
          "", "None: leave them as they are",
          "redblack", "Red/black: disable them, remembering their size",
          "highlander", "Highlander: destroy them");

  private final Map<String, Object> entry;
  private final Consumer<Map<String, Object>> changed;

  StrategyForm(Map<String, Object> entry, Consumer<Map<String, Object>> changed) {
    this.entry = new HashMap<>(entry);
    this.changed = changed;
    setPadding(false);
    VerticalLayout redBlack =
        new VerticalLayout(
            number("maxRemainingAsgs", "Keep at most", "server groups, the new one included"),
            number("delayBeforeDisableSec", "Wait before disabling", "seconds"),
            flag("scaleDown", "Scale the disabled ones to zero"),
            number("delayBeforeScaleDownSec", "Wait before scaling down", "seconds"));
    redBlack.setPadding(false);
    String now = strategy();
    redBlack.setVisible(now.equals("redblack"));
    add(choice(now, redBlack), redBlack);
    add(
        rollback("onFailure", "Disable the new one if it never serves"),
        rollback("destroyLatest", "… and destroy it"));
  }

  private String strategy() {
    Object written = entry.get("strategy");
    return written == null || written.equals("none") ? "" : String.valueOf(written);
  }

  private Select<String> choice(String now, VerticalLayout redBlack) {
    List<String> keys = new ArrayList<>(List.of("", "redblack", "highlander"));
    if (!keys.contains(now)) {
      keys.add(now);
    }
    Select<String> select = new Select<>();
    select.setLabel("Older server groups");
    select.setItems(keys);
    select.setItemLabelGenerator(key -> WORDS.getOrDefault(key, key + " (not available here)"));
    select.setValue(now);
    select.setWidthFull();
    select.addValueChangeListener(
        event -> {
          redBlack.setVisible("redblack".equals(event.getValue()));
          put("strategy", event.getValue());
        });
    return select;
  }

  private TextField number(String key, String label, String unit) {
    TextField field = new TextField(label);
    field.setHelperText(unit + ", or an expression");
    Object written = entry.get(key);
    field.setValue(written == null ? "" : String.valueOf(written));
    field.setWidthFull();
    field.addValueChangeListener(
        event -> {
          String text = event.getValue().strip();
          put(key, text.matches("\\d{1,9}") ? Integer.valueOf(text) : text);
        });
    return field;
  }

  private Checkbox flag(String key, String label) {
    Checkbox box = new Checkbox(label, isTrue(entry.get(key)));
    box.addValueChangeListener(event -> put(key, event.getValue()));
    return box;
  }

  private Checkbox rollback(String key, String label) {
    Checkbox box = new Checkbox(label, isTrue(rollback().get(key)));
    box.addValueChangeListener(
        event -> {
          Map<String, Object> rollback = rollback();
          rollback.put(key, event.getValue());
          put("rollback", rollback);
        });
    return box;
  }

  private Map<String, Object> rollback() {
    Map<String, Object> rollback = new HashMap<>();
    if (entry.get("rollback") instanceof Map<?, ?> written) {
      written.forEach((key, value) -> rollback.put(String.valueOf(key), value));
    }
    return rollback;
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }

  private void put(String key, Object value) {
    if (value.equals("")) {
      entry.remove(key);
    } else {
      entry.put(key, value);
    }
    changed.accept(new HashMap<>(entry));
  }
}
