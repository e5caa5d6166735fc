package dev.gennaker.ui.inbox;

import com.vaadin.flow.component.html.ListItem;
import dev.gennaker.judgment.Judgment;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Status;
import dev.gennaker.ui.kit.StatusWord;

/** A judgment as a row: whose, what, asked by whom and how long ago, and the way to answer. */
public final class JudgmentLine extends ListItem {

  /** For somebody who may answer. */
  public JudgmentLine(Judgment judgment) {
    this(judgment, true);
  }

  JudgmentLine(Judgment judgment, boolean mayAnswer) {
    String address = address(judgment);
    addClassName("need");
    Dom.named(this, "judgment-" + judgment.stageId());
    add(
        StatusWord.shape(mayAnswer ? Status.NEEDS_YOU : Status.HELD),
        Dom.linkOf(
            address,
            "ap trunc",
            Dom.span(judgment.application(), "m"),
            Dom.span(" / ", "ink3"),
            Dom.span(judgment.pipeline())),
        Dom.spanOf(
            "wh trunc",
            Dom.span(judgment.stageName(), "m"),
            Dom.span(firstLine(judgment.instructions()), "ink2", "more")),
        Dom.span("asked by " + judgment.askedBy(), "by", "ink3"),
        Dom.spanOf("age", Moment.age(judgment.askedAt())));
    if (mayAnswer) {
      add(
          Dom.spanOf(
              "act",
              Dom.named(Dom.link(address + "?choice=stop", "Stop…", "btn"), "stop"),
              Dom.named(Dom.link(address, "Approve…", "btn", "primary"), "approve")));
    } else {
      add(Dom.spanOf("act", Dom.link(address, "Look…", "btn")));
    }
  }

  static String address(Judgment judgment) {
    return "inbox/%s/%s".formatted(judgment.executionId(), judgment.stageId());
  }

  /** Plain words of the Markdown, enough for a row. */
  private static String firstLine(String markdown) {
    return markdown
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("")
        .replaceAll("[*_`#>]", "")
        .strip();
  }
}
