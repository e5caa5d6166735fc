package dev.gennaker.judgment;

import dev.gennaker.execution.Executions;
import dev.gennaker.execution.NoSuchExecution;
import dev.gennaker.execution.NotPossible;
import dev.gennaker.security.Actor;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.StageContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asking people and recording who decided what, when and why. */
@Service
public class Judgments {

  private final JudgmentRows rows;
  private final Executions executions;
  private final Permissions permissions;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;
  private final Clock clock;

  Judgments(
      JudgmentRows rows,
      Executions executions,
      Permissions permissions,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.executions = executions;
    this.permissions = permissions;
    this.events = events;
    this.transactions = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /** Those waiting that the actor may answer, oldest first. */
  public List<Judgment> waitingFor(Actor actor) {
    return rows.waiting().stream().filter(judgment -> mayAnswer(judgment, actor)).toList();
  }

  /** Those waiting in applications the actor may read, oldest first. */
  public List<Judgment> waiting(Actor actor) {
    return rows.waiting().stream()
        .filter(judgment -> permissions.allows(actor, Permission.READ, judgment.application()))
        .toList();
  }

  /** The latest judgment of a stage; empty when it never asked. Needs READ. */
  public Optional<Judgment> of(String executionId, String stageId, Actor actor) {
    Optional<Judgment> latest = rows.latest(executionId, stageId);
    latest.ifPresent(
        judgment -> permissions.require(actor, Permission.READ, judgment.application()));
    return latest;
  }

  /**
   * Whether the actor may answer it: needs JUDGE on the application and, where the judgment names
   * roles, one of them.
   */
  public boolean mayAnswer(Judgment judgment, Actor actor) {
    return permissions.allows(actor, Permission.JUDGE, judgment.application())
        && (judgment.roles().isEmpty() || actor.hasAnyOf(judgment.roles()));
  }

  /**
   * Answers; the record and the wake-up of the stage are one transaction.
   *
   * @param input one of the choices, to continue where there are any; else free text or empty
   * @throws JudgmentAlreadyGiven when somebody was faster
   * @throws NotPermitted when the actor may not
   * @throws NotPossible when the stage no longer waits, or the input is none of the choices
   * @throws NoSuchExecution when that stage never asked
   */
  public Judgment answer(
      String executionId,
      String stageId,
      Verdict.Decision decision,
      String input,
      String reason,
      Actor actor) {
    Judgment judgment =
        rows.latest(executionId, stageId)
            .orElseThrow(
                () ->
                    new NoSuchExecution(
                        "Stage %s of execution %s asks for no judgment"
                            .formatted(stageId, executionId)));
    if (!mayAnswer(judgment, actor)) {
      throw new NotPermitted(actor, Permission.JUDGE, scope(judgment));
    }
    Verdict given = judgment.verdict();
    if (given != null) {
      throw new JudgmentAlreadyGiven(judgment, given);
    }
    checkChoice(judgment, decision, input);
    Verdict verdict = new Verdict(decision, input, reason, actor.name(), clock.instant());
    transactions.executeWithoutResult(tx -> record(judgment, verdict, actor));
    changed(judgment.application(), executionId);
    return rows.latest(executionId, stageId).orElse(judgment);
  }

  /** The question of this attempt of a stage: asked now, or as it was asked before. */
  Judgment ask(StageContext stage, String instructions, List<String> choices, Set<String> roles) {
    Judgment judgment =
        new Judgment(
            UUID.randomUUID().toString().replace("-", "").substring(0, 26),
            stage.executionId(),
            stage.stageId(),
            stage.attempt(),
            stage.application(),
            stage.pipeline(),
            stage.name(),
            instructions,
            choices,
            roles,
            stage.actor().name(),
            stage.now(),
            null,
            null);
    if (rows.insert(judgment)) {
      changed(judgment.application(), judgment.executionId());
    }
    return rows.latest(stage.executionId(), stage.stageId()).orElse(judgment);
  }

  /** Nobody needs to answer any more. */
  void withdraw(StageContext stage) {
    if (rows.withdraw(stage.executionId(), stage.stageId(), stage.attempt(), clock.instant())) {
      changed(stage.application(), stage.executionId());
    }
  }

  private void record(Judgment judgment, Verdict verdict, Actor actor) {
    if (!rows.answer(judgment.id(), verdict)) {
      Judgment now = rows.latest(judgment.executionId(), judgment.stageId()).orElse(judgment);
      Verdict given = now.verdict();
      if (given != null) {
        throw new JudgmentAlreadyGiven(now, given);
      }
      throw new NotPossible(
          "%s no longer waits for an answer: it was cancelled or timed out"
              .formatted(judgment.stageName()));
    }
    executions.signal(
        judgment.executionId(),
        judgment.stageId(),
        Map.of(
            "judgmentStatus",
            verdict.decision().name().toLowerCase(Locale.ROOT),
            "judgmentInput",
            verdict.input()),
        actor,
        Permission.JUDGE);
  }

  private static void checkChoice(Judgment judgment, Verdict.Decision decision, String input) {
    boolean needed = decision == Verdict.Decision.CONTINUE || !input.isEmpty();
    if (needed && !judgment.choices().isEmpty() && !judgment.choices().contains(input)) {
      throw new NotPossible(
          "%s asks for one of %s%s"
              .formatted(
                  judgment.stageName(),
                  String.join(", ", judgment.choices()),
                  input.isEmpty() ? "; choose one" : ", not " + input));
    }
  }

  private static String scope(Judgment judgment) {
    return judgment.roles().isEmpty()
        ? judgment.application()
        : "%s and one of the roles %s for this judgment"
            .formatted(judgment.application(), judgment.roles().stream().sorted().toList());
  }

  private void changed(String application, String executionId) {
    events.publishEvent(new JudgmentsChanged(application, executionId));
  }
}
