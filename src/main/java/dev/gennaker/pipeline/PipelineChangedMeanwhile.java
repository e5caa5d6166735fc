package dev.gennaker.pipeline;

/**
 * Somebody else saved the pipeline since the revision an edit was based on; nothing was changed.
 */
public final class PipelineChangedMeanwhile extends RuntimeException {

  private final transient Pipeline current;

  public PipelineChangedMeanwhile(Pipeline current, int basedOn) {
    super(
        "%s was saved by %s as revision %d after revision %d, on which this edit is based; take over that change, then save again"
            .formatted(current.name(), current.savedBy(), current.revision(), basedOn));
    this.current = current;
  }

  /** What is saved now. */
  public Pipeline current() {
    return current;
  }
}
