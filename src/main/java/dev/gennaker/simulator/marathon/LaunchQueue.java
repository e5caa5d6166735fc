package dev.gennaker.simulator.marathon;

import dev.gennaker.simulator.marathon.AppInstance.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Instances waiting for a place, and the delay after failures. */
final class LaunchQueue {

  /** Seconds between two rounds of offers that did not fit. */
  private static final double OFFER_ROUND = 2;

  /** What is waiting for one application. */
  static final class Entry {
    final Set<AppInstance> waiting = new LinkedHashSet<>();
    final OfferSummary offers = new OfferSummary();
    Instant since = Instant.EPOCH;
    Heart.@Nullable Timer attempt;
  }

  /** The delay of one configuration of an application. */
  private static final class Backoff {
    Instant config = Instant.EPOCH;
    double seconds;
    Instant until = Instant.EPOCH;
  }

  private final Model model;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Map<String, Backoff> backoffs = new HashMap<>();

  LaunchQueue(Model model) {
    this.model = model;
  }

  void enqueue(AppInstance instance) {
    Entry entry = entries.computeIfAbsent(instance.appId(), id -> new Entry());
    if (count(instance.appId()) <= 1 && entry.waiting.isEmpty()) {
      entry.since = model.heart.now();
    }
    entry.waiting.add(instance);
    wait(instance);
    tryLater(instance.appId(), entry);
  }

  void forget(AppInstance instance) {
    Entry entry = entries.get(instance.appId());
    if (entry != null) {
      entry.waiting.remove(instance);
    }
  }

  /** Sets the earliest moment of placement: offers take their time, and so does the delay. */
  private void wait(AppInstance instance) {
    double delay = model.heart.secondsUntil(delayedUntil(instance.spec));
    double offer = model.behaviour.offerSeconds(instance.spec, model.knobs);
    instance.notBefore = model.heart.in(Math.max(delay, offer));
  }

  private void tryLater(String appId, Entry entry) {
    if (entry.attempt != null) {
      entry.attempt.cancel();
      entry.attempt = null;
    }
    entry.waiting.stream()
        .map(i -> i.notBefore)
        .min(Comparator.naturalOrder())
        .ifPresent(
            at ->
                entry.attempt =
                    model.heart.after(model.heart.secondsUntil(at), () -> attempt(appId, entry)));
  }

  private void attempt(String appId, Entry entry) {
    entry.attempt = null;
    for (AppInstance instance : new ArrayList<>(entry.waiting)) {
      if (instance.notBefore.isAfter(model.heart.now())) {
        continue;
      }
      Offers.Match match = offer(instance, entry);
      if (match == null || match.agent() == null) {
        instance.notBefore = model.heart.in(OFFER_ROUND);
      } else {
        entry.waiting.remove(instance);
        model.tasks.launch(instance, match.agent());
      }
    }
    if (entry.attempt == null) {
      tryLater(appId, entry);
    }
  }

  private Offers.@Nullable Match offer(AppInstance instance, Entry entry) {
    if (model.behaviour.noOffers(instance.spec, model.knobs)) {
      return null;
    }
    String appId = instance.appId();
    Offers.Match match = model.offers.match(instance.spec, model.instances.of(appId));
    entry.offers.record(match, model.heart.now());
    return match;
  }

  /** A task ended by itself: the next one waits longer. */
  void failed(AppSpec spec) {
    Backoff backoff = backoffs.computeIfAbsent(spec.id, id -> new Backoff());
    double max = spec.maxLaunchDelaySeconds();
    boolean quiet = model.heart.secondsSince(backoff.until) > max;
    if (!backoff.config.equals(spec.lastConfigChangeAt) || quiet) {
      backoff.config = spec.lastConfigChangeAt;
      backoff.seconds = 0;
    }
    double next =
        backoff.seconds == 0 ? spec.backoffSeconds() : backoff.seconds * spec.backoffFactor();
    backoff.seconds = Math.min(max, next);
    backoff.until =
        model.heart.now().plusMillis((long) (backoff.seconds * 1000 / model.heart.speed()));
  }

  private Instant delayedUntil(AppSpec spec) {
    Backoff backoff = backoffs.get(spec.id);
    return backoff != null && backoff.config.equals(spec.lastConfigChangeAt)
        ? backoff.until
        : Instant.EPOCH;
  }

  double delaySeconds(AppSpec spec) {
    return model.heart.secondsUntil(delayedUntil(spec));
  }

  /** Forgets the delay and tries at once; false when nothing is waiting. */
  boolean resetDelay(String appId) {
    Entry entry = entries.get(appId);
    if (entry == null || count(appId) == 0) {
      return false;
    }
    backoffs.remove(appId);
    retry(appId, entry);
    return true;
  }

  private void retry(String appId, Entry entry) {
    entry.waiting.forEach(this::wait);
    tryLater(appId, entry);
  }

  /** Offers may fit now that a knob was turned. */
  void retryAll() {
    entries.forEach(this::retry);
  }

  void forgetApp(String appId) {
    backoffs.remove(appId);
    Entry entry = entries.remove(appId);
    if (entry != null && entry.attempt != null) {
      entry.attempt.cancel();
    }
  }

  /** Instances waiting, with those placed but not yet running. */
  long count(String appId) {
    return model.instances.of(appId).stream().filter(LaunchQueue::pending).count();
  }

  private static boolean pending(AppInstance instance) {
    return switch (instance.condition) {
      case RUNNING, UNREACHABLE, UNREACHABLE_INACTIVE -> false;
      case SCHEDULED, KILLED, FAILED, FINISHED -> true;
      case PROVISIONED, STARTING -> !instance.dying;
    };
  }

  /** The newest definition somebody is waiting to see launched. */
  @Nullable AppSpec waitingSpec(String appId) {
    AppSpec newest = null;
    for (AppInstance instance : model.instances.of(appId)) {
      if (pending(instance)
          && instance.condition != Condition.UNREACHABLE
          && (newest == null || instance.spec.version.isAfter(newest.version))) {
        newest = instance.spec;
      }
    }
    return newest;
  }

  List<String> apps() {
    return entries.keySet().stream().filter(id -> count(id) > 0).sorted().toList();
  }

  Entry entry(String appId) {
    return entries.computeIfAbsent(appId, id -> new Entry());
  }
}
