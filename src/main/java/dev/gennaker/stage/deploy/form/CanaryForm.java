package dev.gennaker.stage.deploy.form;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.orderedlayout.HorizontalLayout;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The steps of a canary: a share each, and how it is tried before the next. */
class CanaryForm extends VerticalLayout {

  private static final String KEY = "canarySteps";

  private final StrategyFields fields;
  private final List<Map<String, Object>> steps = new ArrayList<>();
  private final VerticalLayout rows = new VerticalLayout();

  CanaryForm(StrategyFields fields) {
    this.fields = fields;
    setPadding(false);
    rows.setPadding(false);
    if (fields.entry().get(KEY) instanceof List<?> written) {
      written.forEach(step -> steps.add(StrategyFields.map(step)));
    }
    Button more = new Button("Add step", click -> add());
    add(rows, more);
    show();
  }

  private void add() {
    steps.add(StrategyFields.map(Map.of("percentage", steps.isEmpty() ? 10 : 50)));
    show();
    tell();
  }

  private void show() {
    rows.removeAll();
    for (int i = 0; i < steps.size(); i++) {
      rows.add(row(i));
    }
  }

  private VerticalLayout row(int index) {
    Map<String, Object> step = steps.get(index);
    TextField share =
        number(
            step,
            "percentage",
            "Share",
            "percent of the instances",
            "Give 1 to 100.",
            "\\d{1,2}|100");
    TextField pause =
        number(step, "pauseSec", "Let it serve for", "seconds", "Give a whole number.", "\\d{0,9}");
    TextField expression =
        text(
            step, "expression", "Go on if", "an expression that must be true then; empty for none");
    Checkbox judgment = new Checkbox("Ask somebody", StrategyFields.isTrue(step.get("judgment")));
    TextField instructions = text(step, "instructions", "What to look at", "for whoever is asked");
    instructions.setVisible(judgment.getValue());
    judgment.addValueChangeListener(
        event -> {
          instructions.setVisible(event.getValue());
          put(step, "judgment", event.getValue() ? true : "");
        });
    Button remove = new Button("Remove step", click -> remove(index));
    remove.setAriaLabel("Remove step " + (index + 1));
    HorizontalLayout numbers = new HorizontalLayout(share, pause);
    numbers.setWidthFull();
    VerticalLayout row = new VerticalLayout(numbers, expression, judgment, instructions, remove);
    row.setPadding(false);
    row.getElement().setAttribute("data-test", "canary-step-" + (index + 1));
    return row;
  }

  private TextField number(
      Map<String, Object> step, String key, String label, String help, String fix, String pattern) {
    TextField field = StrategyFields.field(label, help, step.get(key));
    field.addValueChangeListener(
        event -> {
          String text = event.getValue().strip();
          StrategyFields.mark(field, text.matches(pattern), fix);
          put(step, key, StrategyFields.number(text));
        });
    return field;
  }

  private TextField text(Map<String, Object> step, String key, String label, String help) {
    TextField field = StrategyFields.field(label, help, step.get(key));
    field.addValueChangeListener(event -> put(step, key, event.getValue().strip()));
    return field;
  }

  private void remove(int index) {
    steps.remove(index);
    show();
    tell();
  }

  private void put(Map<String, Object> step, String key, Object value) {
    if (value.equals("")) {
      step.remove(key);
    } else {
      step.put(key, value);
    }
    tell();
  }

  private void tell() {
    fields.put(KEY, steps.stream().map(Map::copyOf).toList());
  }
}
