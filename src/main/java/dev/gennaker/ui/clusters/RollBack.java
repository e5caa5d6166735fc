package dev.gennaker.ui.clusters;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.util.List;
import java.util.function.Consumer;

/** Asks which former server group to go back to, and says step by step what that means. */
final class RollBack {

  private final RadioButtonGroup<ServerGroup> which = new RadioButtonGroup<>("Go back to");
  private final UnorderedList steps = new UnorderedList();
  private final ServerGroup bad;
  private final Confirm confirm;

  /**
   * @param others the other server groups of its cluster and region, newest first
   */
  RollBack(ServerGroup bad, List<ServerGroup> others, Consumer<ServerGroup> onConfirm) {
    this.bad = bad;
    which.setItems(others);
    which.setItemLabelGenerator(RollBack::label);
    which.addClassName("many");
    Dom.named(which, "rollback-to");
    Dom.named(steps, "rollback-steps");
    which.addValueChangeListener(change -> say(change.getValue()));
    which.setValue(
        others.stream()
            .filter(other -> other.createdAt().isBefore(bad.createdAt()))
            .findFirst()
            .orElse(others.getFirst()));
    confirm =
        new Confirm("Roll back " + bad.name(), "Roll back", List.of())
            .field(which)
            .field(steps)
            .valid(() -> which.getValue() != null)
            .onConfirm(() -> onConfirm.accept(which.getValue()));
  }

  void open() {
    confirm.open();
  }

  private static String label(ServerGroup group) {
    String state =
        group.disabled()
            ? "disabled, had " + Words.count(Tally.size(group), "instance")
            : "%,d of %,d up".formatted(group.up(), group.desired());
    return group.image().isEmpty()
        ? "%s (%s)".formatted(group.name(), state)
        : "%s, %s (%s)".formatted(group.name(), Words.image(group.image()), state);
  }

  private void say(ServerGroup former) {
    int needed = Math.max(Tally.size(former), Tally.size(bad));
    steps.removeAll();
    List.of(
            "%s gets %s, as many as are needed."
                .formatted(former.name(), Words.count(needed, "instance")),
            "It is waited for until all of them serve.",
            "Only then %s is taken out of service; its size (%,d) is remembered."
                .formatted(bad.name(), Tally.size(bad)),
            "Should %s not come up, %s stays as it is.".formatted(former.name(), bad.name()))
        .forEach(sentence -> steps.add(new ListItem(Dom.span(sentence))));
  }
}
