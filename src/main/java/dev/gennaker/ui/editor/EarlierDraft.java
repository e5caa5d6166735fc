package dev.gennaker.ui.editor;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.gennaker.pipeline.KeptDraft;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.ui.draft.Difference;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.kit.Banner;
import dev.gennaker.ui.kit.Dom;
import dev.gennaker.ui.kit.Moment;
import dev.gennaker.ui.kit.Words;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers a draft of before a restart: to go on with it, or to give it up. */
final class EarlierDraft extends Div {

  private final Desk desk;
  private final Runnable decided;
  private @Nullable KeptDraft shown;

  /**
   * @param decided called when the draft is what it shall be
   */
  EarlierDraft(Desk desk, Runnable decided) {
    this.desk = desk;
    this.decided = decided;
    Dom.named(this, "earlier-draft");
    refresh();
  }

  /** It may have been decided about in another tab. */
  void refresh() {
    @Nullable KeptDraft offered =
        Optional.of(desk.services().drafts())
            .filter(drafts -> desk.editable())
            .flatMap(drafts -> drafts.offered(desk.actor(), desk.draft()))
            .orElse(null);
    setVisible(offered != null);
    if (offered != null && !offered.equals(shown)) {
      removeAll();
      add(banner(offered));
    }
    shown = offered;
  }

  private Banner banner(KeptDraft old) {
    Button goOn =
        new Button(
            "Continue",
            click -> {
              desk.services().drafts().goOn(desk.actor(), desk.draft());
              refresh();
              decided.run();
            });
    Button giveUp =
        new Button(
            "Discard",
            click -> {
              desk.services().drafts().giveUp(desk.actor(), desk.draft());
              refresh();
              decided.run();
            });
    return Banner.waiting(
        "file-diff",
        Dom.spanOf(
            "",
            Dom.span("You have a draft from "),
            Moment.clock(old.keptAt()),
            Dom.span(
                ": %s to revision %d, not saved. Until you decide, what you change here is not kept."
                    .formatted(Words.count(changes(old), "change"), old.revision()))),
        Dom.named(goOn, "continue-draft"),
        Dom.named(giveUp, "discard-draft"));
  }

  private int changes(KeptDraft old) {
    Pipeline base =
        desk.services()
            .pipelines()
            .revision(old.pipelineId(), old.revision(), desk.actor())
            .orElse(desk.draft().base());
    return Difference.between(Document.of(base.document()), Document.of(old.document())).size();
  }
}
