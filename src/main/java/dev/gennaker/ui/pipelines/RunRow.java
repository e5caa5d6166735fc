package dev.gennaker.ui.pipelines;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Pips;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;
import dev.gennaker.ui.kit.Words;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run in a list: how it stands, its stages as pips, why it waits, when, how long, by whom; the
 * whole row is a link.
 */
@Tag("a")
public final class RunRow extends Anchor {

  /**
   * @param named whether the row says which pipeline it is, for lists over several
   */
  public RunRow(ExecutionHeader run, boolean named) {
    setHref("executions/" + run.id());
    addClassName("run-row");
    Dom.named(this, "run-" + run.id());
    boolean person = run.stages().stream().anyMatch(ExecutionHeader.StagePip::needsPerson);
    Status status = Status.of(run.status(), false, false);
    add(Dom.spanOf("when", Moment.clock(run.createdAt())));
    if (named) {
      add(Dom.spanOf("name trunc", Dom.span(run.application(), "b"), Dom.span(" / " + run.name())));
    }
    add(
        new StatusWord(
            person ? Status.HELD : status,
            person ? "Waits for a person" : Status.wordOf(run.status())),
        new Pips(run.stages().stream().map(p -> pip(p, run.status().isComplete())).toList()),
        Dom.span(run.waiting(), "why", "trunc", "ink2"),
        Dom.span(run.triggerType() + " by " + run.startedBy(), "by", "trunc", "ink2"),
        Dom.spanOf("took num", took(run)));
  }

  private static Status pip(ExecutionHeader.StagePip pip, boolean over) {
    return over && !pip.status().isComplete()
        ? Status.NOT_REACHED
        : Status.of(pip.status(), pip.needsPerson() || pip.held(), false);
  }

  private static Component took(ExecutionHeader run) {
    @Nullable Instant started = run.startedAt();
    @Nullable Instant ended = run.endedAt();
    if (started == null) {
      return Dom.span("–");
    }
    return ended == null
        ? Moment.elapsed(started)
        : Dom.span(Words.elapsed(Duration.between(started, ended)));
  }
}
