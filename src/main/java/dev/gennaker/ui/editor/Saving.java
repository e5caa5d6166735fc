package dev.gennaker.ui.editor;

import com.vaadin.flow.component.html.Div;
import dev.gennaker.pipeline.Pipeline;
import dev.gennaker.pipeline.PipelineChangedMeanwhile;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.ui.draft.Document;
import dev.gennaker.ui.draft.Draft;
import dev.gennaker.ui.kit.Notices;
import dev.gennaker.ui.pipelines.StartDialog;
import java.util.Optional;

/** Saves a draft as a revision, minds what others saved, and starts what is saved. */
final class Saving {

  private final Desk desk;
  private final Div top;
  private final Runnable saved;

  /**
   * @param top where it says that somebody else saved
   * @param saved called after a save, and after one that was refused
   */
  Saving(Desk desk, Div top, Runnable saved) {
    this.desk = desk;
    this.top = top;
    this.saved = saved;
  }

  /** Whether somebody else saved: takes it where nothing is edited, else lets the person decide. */
  void look() {
    Draft draft = desk.draft();
    Optional<Pipeline> current =
        desk.services()
            .pipelines()
            .find(draft.base().id(), desk.actor())
            .filter(pipeline -> pipeline.revision() > draft.base().revision());
    top.removeAll();
    current.ifPresent(
        theirs -> {
          if (draft.changes().isEmpty()) {
            draft.take(theirs);
            Notices.done(
                "%s saved revision %d; it is shown now."
                    .formatted(theirs.savedBy(), theirs.revision()));
          } else {
            conflict(theirs);
          }
        });
  }

  boolean save(String message) {
    Draft draft = desk.draft();
    Document sent = draft.document();
    try {
      Pipeline pipeline =
          desk.services()
              .pipelines()
              .save(draft.toSave().toJson(), draft.base().revision(), message, desk.actor());
      draft.savedAs(pipeline, sent);
      top.removeAll();
      saved.run();
      Notices.done("Saved as revision %d.".formatted(pipeline.revision()));
      return true;
    } catch (PipelineChangedMeanwhile meanwhile) {
      conflict(meanwhile.current());
    } catch (PipelineInvalid invalid) {
      Notices.refused(String.valueOf(invalid.getMessage()) + " Your draft keeps everything.");
      saved.run();
    } catch (NotPermitted refused) {
      Notices.refused(String.valueOf(refused.getMessage()));
    }
    return false;
  }

  /** Starts the saved revision; with changes it asks whether to save them first. */
  void start() {
    if (desk.draft().changes().isEmpty()) {
      startSaved();
    } else {
      new UnsavedDialog(desk, () -> save(""), this::startSaved).open();
    }
  }

  private void startSaved() {
    desk.services()
        .pipelines()
        .find(desk.draft().base().id(), desk.actor())
        .ifPresent(
            pipeline ->
                new StartDialog(pipeline, desk.services().executions(), desk.actor()).open());
  }

  private void conflict(Pipeline theirs) {
    top.removeAll();
    top.add(
        new Newer(
            desk,
            theirs,
            () -> {
              top.removeAll();
              desk.draft().onTopOf(theirs);
            },
            () -> {
              top.removeAll();
              desk.draft().take(theirs);
            }));
  }
}
