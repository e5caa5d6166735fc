package dev.gennaker.ui.run;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.cloud.Progress;
import dev.gennaker.execution.StageState;
import dev.gennaker.stage.Waiting;
import dev.gennaker.ui.kit.CancelDeployment;
import dev.gennaker.ui.kit.Confirm;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Facts;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The deployment of somebody else that holds the lock a stage waits for. */
record LockHeld(Map<?, ?> known) {

  /** Empty where the stage waits for something else. */
  static Optional<LockHeld> of(StageState stage) {
    Waiting waiting = stage.waiting();
    return waiting != null
            && waiting.evidence().get(Progress.LOCK) instanceof Map<?, ?> lock
            && lock.get("id") instanceof String
        ? Optional.of(new LockHeld(lock))
        : Optional.empty();
  }

  boolean forcible() {
    return Boolean.TRUE.equals(known.get("forcible"));
  }

  private String id() {
    return text("id");
  }

  private String text(String key) {
    return known.get(key) instanceof Object value ? String.valueOf(value) : "";
  }

  private List<String> list(String key) {
    return known.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Who holds it, what it does, since when, and what it waits for itself. */
  Component facts() {
    Facts facts =
        new Facts()
            .mono("Deployment", id())
            .text("Does", does())
            .text("Changes", String.join(", ", list("affects")));
    since().ifPresent(at -> facts.of("Since", Moment.clock(at)));
    facts.text("Progress", Words.sentence(text("waiting")));
    Div box = Dom.div("lock", Dom.h3("Holds the lock"), facts);
    // The line about the deployment itself says nothing new.
    list("facts").stream()
        .filter(line -> !line.contains(id()))
        .forEach(line -> box.add(Dom.div("ln ink2 s", Dom.span(line))));
    return Dom.named(box, "lock");
  }

  private String does() {
    String what =
        text("what").replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
    return text("steps").isEmpty()
        ? what
        : "%s, step %s of %s"
            .formatted(what.isEmpty() ? "changes others" : what, text("step"), text("steps"));
  }

  private Optional<Instant> since() {
    try {
      return text("since").isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text("since")));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks, naming what will happen.
   *
   * @param action {@code unlock} or {@code force}
   * @param answer takes what the stage is told
   */
  void ask(String action, Consumer<Map<String, Object>> answer) {
    String which = "Deployment %s changes %s.".formatted(id(), String.join(", ", list("affects")));
    if (action.equals("unlock")) {
      CancelDeployment.ask(which, back -> answer.accept(said(back ? "revert" : "cancel")));
      return;
    }
    new Confirm(
            "Force the change",
            "Force",
            List.of(
                which,
                "This stage's change replaces it at once; what it did already stays.",
                "Old and new instances may run side by side until the change is through."))
        .otherwise("Keep waiting")
        .danger(true)
        .onConfirm(() -> answer.accept(said("force")))
        .open();
  }

  private Map<String, Object> said(String word) {
    return Map.of("lock", word, "lockId", id());
  }
}
