package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BooleanSupplier;

/** Asks what to start while changes are not saved. */
final class UnsavedDialog extends Dialog {

  UnsavedDialog(Desk desk, BooleanSupplier save, Runnable start) {
    super("Start what?");
    int revision = desk.draft().base().revision();
    int count = desk.draft().changes().size();
    add(
        new Paragraph(
            "Your %s not saved, so revision %d does not have %s."
                .formatted(
                    count == 1 ? "change is" : count + " changes are",
                    revision,
                    count == 1 ? "it" : "them")));
    Button saved =
        new Button(
            "Start revision " + revision,
            click -> {
              close();
              start.run();
            });
    Button both =
        new Button(
            "Save and start…",
            click -> {
              close();
              if (save.getAsBoolean()) {
                start.run();
              }
            });
    both.setThemeName("primary");
    both.setEnabled(desk.editable());
    getFooter().add(saved, both);
  }
}
