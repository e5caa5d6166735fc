package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.Queued;
import dev.gennaker.cloud.dcos.marathon.TaskFailure;
import dev.gennaker.cloud.dcos.settings.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells when waiting makes no sense any more: instances that fail again and again, an image nobody
 * can pull, no agent that fits. Marathon itself would try for ever.
 */
final class Hopeless {

  private static final Pattern INCARNATION = Pattern.compile(".*\\._app\\.(\\d+)");
  private static final String FAILURES = "failures";
  private static final String FAILED_AT = "failedAt";
  private static final String UNPLACED = "unplacedSince";
  private static final String PLACED = "placed";

  private final Timing timing;
  private final Clock clock;
  private final LastLines lines;

  Hopeless(Timing timing, Clock clock, LastLines lines) {
    this.timing = timing;
    this.clock = clock;
    this.lines = lines;
  }

  /** Failures up to now are none of this operation's. */
  void begin(Look look, Memory memory) {
    look.app().lastFailure().ifPresent(failure -> memory.put(FAILED_AT, failure.timestamp()));
  }

  /**
   * Why to give up, if so.
   *
   * @param fresh whether the app is this operation's own, and all its failures with it
   */
  Optional<Progress.Failed> of(Look look, Memory memory, boolean fresh) {
    Optional<String> failing = failing(look, memory, fresh);
    if (failing.isEmpty()) {
      return unplaced(look, memory)
          .map(sentence -> new Progress.Failed(sentence, false, look.evidence(look.waiting())));
    }
    Map<String, Object> evidence = look.evidence(look.waiting());
    look.app()
        .lastFailure()
        .flatMap(failure -> lines.of(look.group().location(), failure.taskId()))
        .ifPresent(last -> evidence.put(LastLines.EVIDENCE, last));
    return Optional.of(new Progress.Failed(failing.get(), false, evidence));
  }

  private Optional<String> failing(Look look, Memory memory, boolean fresh) {
    Optional<TaskFailure> last = look.app().lastFailure();
    last.filter(failure -> !failure.timestamp().equals(memory.text(FAILED_AT)))
        .ifPresent(
            failure -> {
              memory.put(FAILURES, memory.number(FAILURES) + 1);
              memory.put(FAILED_AT, failure.timestamp());
            });
    int seen = memory.number(FAILURES);
    if (last.isEmpty() || seen == 0) {
      return Optional.empty();
    }
    int failures = fresh ? Math.max(seen, restarts(look)) : seen;
    TaskFailure failure = last.get();
    String name = look.group().name();
    String where = look.group().location();
    if (failure.image() && failures >= 2) {
      return Optional.of(
          "%s cannot start on %s: its image %s cannot be pulled (%s). Check the image's name and the agents' access to its registry, then deploy again."
              .formatted(name, where, look.app().image(), failure.message()));
    }
    long up = look.group().up();
    int bearable = timing.crashes() + (up > 0 ? look.group().desired() : 0);
    if (failures < bearable) {
      return Optional.empty();
    }
    return Optional.of(
        "%s keeps failing on %s: %d instances ended, the last with %s. It is left as it is; see its logs, then destroy it or deploy a corrected version."
            .formatted(name, where, failures, failure.sentence()));
  }

  /** How often instances were started anew, where task ids tell. */
  private static int restarts(Look look) {
    int most = 0;
    for (var instance : look.group().instances()) {
      Matcher incarnation = INCARNATION.matcher(instance.id());
      if (incarnation.matches() && incarnation.group(1).length() < 9) {
        most = Math.max(most, Integer.parseInt(incarnation.group(1)) - 1);
      }
    }
    return most;
  }

  private Optional<String> unplaced(Look look, Memory memory) {
    Queued queued = look.queued();
    boolean waits =
        queued != null && queued.delaySeconds() == 0 && look.live() < look.group().desired();
    String placed = String.valueOf(look.live());
    if (!waits || !memory.knows(UNPLACED) || !placed.equals(memory.text(PLACED))) {
      memory.forget(UNPLACED);
      if (waits) {
        memory.put(UNPLACED, clock.instant().toString());
        memory.put(PLACED, placed);
      }
      return Optional.empty();
    }
    Duration waited = Duration.between(Instant.parse(memory.text(UNPLACED)), clock.instant());
    if (waited.compareTo(timing.offers()) < 0 || queued == null) {
      return Optional.empty();
    }
    String why =
        queued.rejections().isEmpty()
            ? "no agent made an offer"
            : queued.rejections().getFirst().words()
                + " in %d of the last %d offers"
                    .formatted(
                        queued.rejections().getFirst().declined(),
                        queued.rejections().getFirst().processed());
    return Optional.of(
        "No agent of %s fits %d of %s for %d s: %s. Ask for less, free resources or add agents."
            .formatted(
                look.group().location(),
                look.group().desired() - look.live(),
                look.group().name(),
                waited.toSeconds(),
                why));
  }
}
