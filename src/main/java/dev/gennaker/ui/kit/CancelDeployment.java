package dev.gennaker.ui.kit;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.List;
import java.util.function.Consumer;

/** Asks before a deployment of the platform is ended, and what becomes of what it did. */
public final class CancelDeployment {

  private CancelDeployment() {}

  /**
   * @param which the deployment, one sentence
   * @param onConfirm told whether what it did is to be rolled back
   */
  public static void ask(String which, Consumer<Boolean> onConfirm) {
    RadioButtonGroup<Boolean> back = new RadioButtonGroup<>("What it did");
    back.setItems(true, false);
    back.setItemLabelGenerator(
        yes -> yes ? "Is rolled back" : "Stays as it is; old and new may run side by side");
    back.setValue(true);
    Dom.named(back, "roll-back");
    new Confirm(
            "Cancel a deployment",
            "Cancel the deployment",
            List.of(
                which,
                "It is ended at once; what it waits for does not come any more.",
                "Rolled back, what it created goes, and what it changed is as before."))
        .otherwise("Keep waiting")
        .danger(true)
        .field(back)
        .valid(() -> back.getValue() != null)
        .onConfirm(() -> onConfirm.accept(back.getValue()))
        .open();
  }
}
