package dev.gennaker.ui.shell;

import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.judgment.JudgmentAlreadyGiven;
import dev.gennaker.nodes.Database;
import dev.gennaker.pipeline.PipelineChangedMeanwhile;
import dev.gennaker.pipeline.PipelineInvalid;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.stage.InvalidSettings;
import dev.gennaker.ui.kit.Words;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells what the house refuses from what broke. */
final class Refusal {

  private Refusal() {}

  /** It begins with a person's name, which stays as it is written. */
  static String sentence(NotPermitted no) {
    return no.getMessage() + ".";
  }

  /** The sentence for the person; empty when something broke. */
  static Optional<String> of(@Nullable Throwable thrown) {
    if (Database.didNotAnswer(thrown)) {
      return Optional.of(
          "The database does not answer. Nothing is lost: running pipelines wait for it. Try again when it is back.");
    }
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof NotPermitted no) {
        return Optional.of(sentence(no));
      }
      @Nullable String sentence =
          switch (t) {
            case JudgmentAlreadyGiven no -> no.getMessage();
            case PipelineChangedMeanwhile no -> no.getMessage();
            case NotPossible no -> no.getMessage();
            case NoSuchExecution no -> no.getMessage();
            case dev.gennaker.pipeline.ApplicationInvalid no ->
                no.getMessage()
                    + no.problems().stream()
                        .map(problem -> " " + problem.message())
                        .collect(Collectors.joining());
            case PipelineInvalid no ->
                no.getMessage()
                    + no.problems().stream()
                        .map(problem -> " " + problem.message())
                        .collect(Collectors.joining());
            case InvalidSettings no ->
                no.problems().stream()
                    .map(problem -> problem.message())
                    .collect(Collectors.joining(" "));
            default -> null;
          };
      if (sentence != null) {
        return Optional.of(Words.sentence(sentence));
      }
    }
    return Optional.empty();
  }
}
