package dev.gennaker.stage.operation;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.NotPermitted;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.PlanNotes;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Carries operations out for a stage, look by look. What was decided is remembered before anything
 * is asked of a provider: a crash repeats an operation under its key, it never chooses another
 * target.
 */
@Component
public class Operations {

  private static final Duration QUICK = Duration.ofMillis(500);
  private static final Duration SLOW = Duration.ofSeconds(5);

  private final Clouds clouds;
  private final Guards guards;
  private final Permissions permissions;

  Operations(Clouds clouds, Guards guards, Permissions permissions) {
    this.clouds = clouds;
    this.guards = guards;
    this.permissions = permissions;
  }

  /**
   * Decides once, then goes on with it on every look.
   *
   * @param part names what is carried out in the stage's memory and keys; one stage may have
   *     several, one after another
   */
  public Outcome carryOut(
      String part, StageContext context, Supplier<Decision> decide, Ending ending) {
    Optional<PlanNotes> plan = context.plan();
    if (plan.isPresent()) {
      return switch (decide.get()) {
        case Decision.Instead(Outcome outcome) -> outcome;
        case Decision.Act(List<Operation> steps) -> {
          Map<String, Object> outputs = new HashMap<>();
          steps.forEach(step -> outputs.putAll(imagine(step, context, plan.get())));
          yield ending.finished(outputs);
        }
      };
    }
    @Nullable Course course = Course.remembered(part, context.memory());
    if (course == null) {
      return switch (decide.get()) {
        case Decision.Instead(Outcome outcome) -> outcome;
        case Decision.Act(List<Operation> steps) -> begin(part, steps, context);
      };
    }
    return course.done() ? end(part, course, ending) : step(part, course, context, ending);
  }

  /** Whether a part was decided and is under way or done. */
  public boolean began(String part, StageContext context) {
    return context.memory().containsKey(part);
  }

  /**
   * Asks a provider once, without following: for a stage that is cancelled. Nothing is asked that a
   * traffic guard forbids.
   */
  public void ask(String part, StageContext context, Operation operation) {
    if (guards.hold(goingWith(operation), context).isEmpty()) {
      Course course = Course.of(List.of(operation));
      clouds
          .ofAccount(operation.account())
          .ifPresent(provider -> progress(provider, part, course, context));
    }
  }

  /**
   * Carries steps out to their end in the background: for a stage that is cancelled and must not
   * leave half a change behind. A node that is killed meanwhile leaves what was done so far.
   */
  public void askToTheEnd(String part, StageContext context, List<Operation> steps) {
    Errand.of(part, context, steps, clouds, by(context)).begin(part);
  }

  /** Ends what a part's operation let run outside: for a stage that is cancelled. */
  public void callOff(String part, StageContext context) {
    @Nullable Course course = Course.remembered(part, context.memory());
    if (course == null || course.done()) {
      return;
    }
    Operation operation = course.current();
    clouds
        .ofAccount(operation.account())
        .ifPresent(
            provider -> provider.callOff(operation, key(part, course, context), by(context)));
  }

  /** Notes an operation and what would stop it, and lets it happen in the plan's world. */
  private Map<String, Object> imagine(Operation operation, StageContext context, PlanNotes notes) {
    refusal(operation, context).ifPresent(notes::obstacle);
    var unused = guards.hold(goingWith(operation), context);
    clouds
        .ofAccount(operation.account())
        .map(provider -> faults(operation, provider))
        .orElse(List.of())
        .forEach(
            fault ->
                notes.obstacle("%s: %s %s".formatted(fault.path(), fault.message(), fault.fix())));
    return Imagining.carryOut(operation, clouds, context, notes);
  }

  private static List<CloudProvider.Fault> faults(Operation operation, CloudProvider provider) {
    return switch (operation) {
      case Operation.Deploy deploy -> provider.check(deploy.definition());
      case Operation.RunJob job -> provider.checkJob(job.definition());
      case Operation.PutLoadBalancer put -> provider.checkLoadBalancer(put.definition());
      case Operation.OnServerGroup _ -> List.of();
    };
  }

  private Outcome begin(String part, List<Operation> steps, StageContext context) {
    for (Operation step : steps) {
      Optional<String> refusal = refusal(step, context);
      if (refusal.isPresent()) {
        return Outcome.failed(refusal.get());
      }
    }
    return new Outcome.LookAgain(
        Duration.ZERO,
        Waiting.on(Words.asking(steps.getFirst(), clouds)),
        Course.of(steps).remember(part));
  }

  private Outcome step(String part, Course course, StageContext context, Ending ending) {
    Operation operation = course.current();
    if (!course.started()) {
      Optional<Outcome> held = guards.hold(goingWith(operation), context);
      if (held.isPresent()) {
        return held.get();
      }
    }
    Optional<CloudProvider> provider = clouds.ofAccount(operation.account());
    if (provider.isEmpty()) {
      return Outcome.failed(Words.unknownAccount(operation.account(), clouds));
    }
    return switch (unlocking(provider.get(), part, course, context)) {
      case Progress.Working working ->
          new Outcome.LookAgain(
              patience(context),
              new Waiting(working.reason(), fraction(course, working), working.evidence()),
              course.working(working.memory()).remember(part));
      case Progress.Finished(Map<String, Object> outputs) ->
          next(part, course.finished(outputs), ending);
      case Progress.Failed failed -> ending.failed(failed);
    };
  }

  /** As {@link #progress}; a lock in its way is dealt with as a person said, if one did. */
  private Progress unlocking(
      CloudProvider provider, String part, Course course, StageContext context) {
    Progress progress = progress(provider, part, course, context);
    Optional<Lock> held = Lock.in(course.current(), progress);
    if (held.isEmpty()) {
      return progress;
    }
    Lock lock = held.get();
    String key = key(part, course, context);
    return switch (lock.answer(context)) {
      case WAIT -> lock.told(clouds);
      case FORCE ->
          lock.forced()
              .map(forced -> provider.carryOut(forced, key, lock.working().memory(), by(context)))
              .orElse(progress);
      case CANCEL, REVERT ->
          lock.ending(
              provider.carryOut(
                  lock.canceled(lock.answer(context) == Lock.Answer.REVERT),
                  key + "-unlock-" + lock.id(),
                  Map.of(),
                  by(context)));
    };
  }

  private static Progress progress(
      CloudProvider provider, String part, Course course, StageContext context) {
    return provider.carryOut(
        course.current(), key(part, course, context), course.memory(), by(context));
  }

  private static String key(String part, Course course, StageContext context) {
    return context.operationKey(part + "-" + course.step());
  }

  private static CloudProvider.OnBehalf by(StageContext context) {
    return new CloudProvider.OnBehalf(
        context.actor().name(), context.application(), context.executionId());
  }

  /** The next step starts only when it is remembered that this one is done. */
  private Outcome next(String part, Course course, Ending ending) {
    return course.done()
        ? end(part, course, ending)
        : new Outcome.LookAgain(
            Duration.ZERO,
            Waiting.on(Words.asking(course.current(), clouds)),
            course.remember(part));
  }

  private static Outcome end(String part, Course course, Ending ending) {
    Outcome outcome = ending.finished(course.outputs());
    if (outcome instanceof Outcome.LookAgain(Duration after, Waiting waiting, var memory)) {
      Map<String, Object> both = new HashMap<>(course.remember(part));
      both.putAll(memory);
      return new Outcome.LookAgain(after, waiting, both);
    }
    return outcome;
  }

  private Optional<String> refusal(Operation operation, StageContext context) {
    Optional<CloudProvider> provider = clouds.ofAccount(operation.account());
    if (provider.isEmpty()) {
      return Optional.of(Words.unknownAccount(operation.account(), clouds));
    }
    if (!provider.get().supports(operation.getClass())) {
      return Optional.of(
          "%s cannot %s; take another stage"
              .formatted(provider.get().label(), Words.of(operation)));
    }
    @Nullable String owner = owner(operation, context);
    return context.application().equals(owner)
            || permissions.allows(context.actor(), Permission.EXECUTE, owner)
        ? Optional.empty()
        : Optional.ofNullable(
            new NotPermitted(context.actor(), Permission.EXECUTE, owner).getMessage());
  }

  /** Who owns what it changes; null asks for the installation's own grants. */
  private @Nullable String owner(Operation operation, StageContext context) {
    String owner =
        switch (operation) {
          case Operation.Deploy deploy -> deploy.moniker().app();
          case Operation.RunJob _ -> context.application();
          case Operation.PutLoadBalancer put -> Moniker.parse(put.name()).app();
          case Operation.OnServerGroup on ->
              clouds.find(on.target()).map(ServerGroup::application).orElse("");
        };
    return owner.isEmpty() ? null : owner;
  }

  private List<ServerGroup> goingWith(Operation operation) {
    return operation instanceof Operation.OnServerGroup on
        ? clouds.find(on.target()).filter(group -> empties(on, group)).stream().toList()
        : List.of();
  }

  private static boolean empties(Operation.OnServerGroup operation, ServerGroup group) {
    return switch (operation) {
      case Operation.Disable _, Operation.Destroy _ -> true;
      case Operation.Resize resize -> resize.desired() == 0;
      case Operation.Enable _,
          Operation.Restart _,
          Operation.Revert _,
          Operation.CancelChange _,
          Operation.ResetDelay _,
          Operation.HandOver _,
          Operation.HandBack _ ->
          false;
      case Operation.Terminate terminate ->
          terminate.decrement() && terminate.instances().size() >= group.desired();
    };
  }

  private static @Nullable Double fraction(Course course, Progress.Working working) {
    @Nullable Double fraction = working.fraction();
    return fraction == null ? null : (course.step() + fraction) / course.steps().size();
  }

  /** Half a second at first, five seconds for what takes many minutes. */
  private static Duration patience(StageContext context) {
    Duration share = Duration.between(context.startedAt(), context.now()).dividedBy(60);
    return share.compareTo(QUICK) < 0 ? QUICK : share.compareTo(SLOW) > 0 ? SLOW : share;
  }
}
