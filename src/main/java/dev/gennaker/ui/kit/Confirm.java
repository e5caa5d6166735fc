package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks before something is done: what will happen, in sentences, then the verb as the button. */
public class Confirm {

  private final Dialog dialog = new Dialog();
  private final Button go;
  private final Button cancel;
  private final Div body = Dom.div("confirm");
  private final List<BooleanSupplier> rules = new ArrayList<>();

  /**
   * @param verb what the button says
   * @param what what will happen, a sentence each
   */
  public Confirm(String title, String verb, List<String> what) {
    dialog.setHeaderTitle(title);
    UnorderedList sentences = new UnorderedList();
    what.forEach(sentence -> sentences.add(new ListItem(Dom.span(sentence))));
    sentences.setVisible(!what.isEmpty());
    body.add(sentences);
    dialog.add(body);
    cancel = new Button("Cancel", click -> dialog.close());
    go = new Button(verb);
    go.addThemeNames("primary");
    go.setDisableOnClick(true);
    Dom.named(go, "confirm");
    dialog.getFooter().add(cancel, go);
  }

  /** What the button says that does nothing, where "Cancel" could be misread. */
  public Confirm otherwise(String text) {
    cancel.setText(text);
    return this;
  }

  /** Adds something to fill in. */
  public Confirm field(Component field) {
    body.add(field);
    return this;
  }

  /** Nothing is done while this does not hold. */
  public Confirm valid(BooleanSupplier rule) {
    rules.add(rule);
    return this;
  }

  /** Draws the button as one that may hurt. */
  public Confirm danger(boolean hurts) {
    if (hurts) {
      go.addThemeNames("danger");
    }
    return this;
  }

  /** Wants this text typed before it can be done, for what cannot be undone. */
  public Confirm typed(String text) {
    TextField field = new TextField("Type %s to go on".formatted(text));
    field.setValueChangeMode(ValueChangeMode.EAGER);
    go.setEnabled(false);
    field.addValueChangeListener(change -> go.setEnabled(change.getValue().strip().equals(text)));
    Dom.named(field, "confirm-typed");
    return field(field);
  }

  /** What is done; the dialog closes only when it went well. */
  public Confirm onConfirm(Runnable action) {
    go.addClickListener(
        click -> {
          go.setEnabled(true);
          if (rules.stream().allMatch(BooleanSupplier::getAsBoolean)) {
            action.run();
            dialog.close();
          }
        });
    return this;
  }

  public void open() {
    dialog.open();
  }
}
