package dev.gennaker.judgment;

import dev.gennaker.security.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Asking people and recording who decided what, when and why. */
@Service
public class Judgments {

  /** Those waiting that the actor may answer, oldest first. */
  public List<Judgment> waitingFor(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Those waiting in applications the actor may read, oldest first. */
  public List<Judgment> waiting(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** The latest judgment of a stage; empty when it never asked. */
  public Optional<Judgment> of(String executionId, String stageId, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /** Whether the actor may answer it. */
  public boolean mayAnswer(Judgment judgment, Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Answers; the record and the wake-up of the stage are one transaction.
   *
   * @throws JudgmentAlreadyGiven when somebody was faster
   * @throws dev.gennaker.security.NotPermitted when the actor may not
   */
  public Judgment answer(
      String executionId,
      String stageId,
      Verdict.Decision decision,
      String input,
      String reason,
      Actor actor) {
    throw new UnsupportedOperationException();
  }
}
