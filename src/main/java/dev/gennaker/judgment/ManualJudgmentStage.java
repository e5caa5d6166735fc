package dev.gennaker.judgment;

import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Asks people and waits for the first answer; the answer is read from the record, not the signal.
 */
@Component
class ManualJudgmentStage implements StageType<ManualJudgment> {

  private final Judgments judgments;

  ManualJudgmentStage(Judgments judgments) {
    this.judgments = judgments;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of("judgmentStatus", "judgmentInput", "judgedBy", "judgmentReason"));
  }

  @Override
  public Outcome run(ManualJudgment settings, StageContext context) {
    if (context.plan().isPresent()) {
      return planned(settings, context.plan().get());
    }
    Judgment judgment =
        judgments.ask(
            context,
            Objects.requireNonNullElse(settings.instructions(), ""),
            settings.choices(),
            settings.roles());
    Verdict verdict = judgment.verdict();
    return verdict == null ? waits(judgment) : answered(verdict);
  }

  /** A plan goes on as if the answer were yes, with the first choice. */
  private static Outcome planned(ManualJudgment settings, PlanNotes notes) {
    notes.effect(
        PlanNotes.Kind.ASK,
        "Asks %s; planned as if the answer were to continue"
            .formatted(who(settings.roles(), "the application")),
        Map.of("choices", settings.choices()));
    return Outcome.done(
        Map.of(
            "judgmentStatus",
            "continue",
            "judgmentInput",
            settings.choices().isEmpty() ? "" : settings.choices().getFirst()));
  }

  private static String who(Collection<String> roles, String application) {
    return roles.isEmpty()
        ? "somebody who may judge in " + application
        : "one of " + String.join(", ", roles.stream().sorted().toList());
  }

  private static Outcome waits(Judgment judgment) {
    List<String> roles = judgment.roles().stream().sorted().toList();
    String who = who(roles, judgment.application());
    return new Outcome.Held(
        new Waiting(
            "Waits for a decision by " + who,
            null,
            Map.of("roles", roles, "choices", judgment.choices())),
        null,
        Map.of());
  }

  private static Outcome answered(Verdict verdict) {
    String because = verdict.reason().isBlank() ? "" : ": " + verdict.reason();
    return switch (verdict.decision()) {
      case CONTINUE ->
          Outcome.done(
              Map.of(
                  "judgmentStatus", "continue",
                  "judgmentInput", verdict.input(),
                  "judgedBy", verdict.by(),
                  "judgmentReason", verdict.reason()));
      case STOP ->
          new Outcome.Failed(
              "Stopped by " + verdict.by() + because,
              false,
              Map.of(
                  "judgmentStatus", "stop",
                  "judgmentInput", verdict.input(),
                  "judgedBy", verdict.by(),
                  "judgedAt", verdict.at().toString()));
    };
  }

  /** Cancelled, skipped or timed out: the question is gone. */
  @Override
  public void cancel(ManualJudgment settings, StageContext context) {
    judgments.withdraw(context);
  }

  @Override
  public String type() {
    return "manualJudgment";
  }

  @Override
  public String label() {
    return "Manual judgment";
  }

  @Override
  public String description() {
    return "Waits until somebody decides whether to go on";
  }

  @Override
  public Category category() {
    return Category.PEOPLE;
  }

  @Override
  public String icon() {
    return "gavel";
  }

  @Override
  public Class<ManualJudgment> settings() {
    return ManualJudgment.class;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    Object instructions = settings.get("instructions");
    return instructions == null ? "" : instructions.toString().lines().findFirst().orElse("");
  }

  @Override
  public boolean actsOutside() {
    return false;
  }

  @Override
  public Duration timeout() {
    return Duration.ofDays(3);
  }
}
