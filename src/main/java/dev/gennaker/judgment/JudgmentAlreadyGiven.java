package dev.gennaker.judgment;

/** Somebody answered before; says who, when and how. */
public final class JudgmentAlreadyGiven extends RuntimeException {

  public JudgmentAlreadyGiven(Judgment judgment, Verdict verdict) {
    super(
        "%s was already answered by %s at %s: %s"
            .formatted(judgment.stageName(), verdict.by(), verdict.at(), verdict.decision()));
  }
}
