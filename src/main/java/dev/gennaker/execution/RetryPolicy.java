package dev.gennaker.execution;

import dev.gennaker.stage.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a stage that failed tries again: its setting {@code retry}.
 *
 * @param attempts how many there are at most, the first included ({@code maxAttempts})
 * @param delay before the second ({@code delayMs})
 * @param factor by which each further delay grows ({@code backoffFactor})
 * @param longest no delay is longer ({@code maxDelayMs})
 * @param onlyTransient whether only failures count that trying again unchanged may mend ({@code
 *     onlyTransient})
 */
record RetryPolicy(
    int attempts, Duration delay, double factor, Duration longest, boolean onlyTransient) {

  static final String KEY = "retry";

  private static final int MOST_ATTEMPTS = 100;
  private static final double STEEPEST = 100;
  private static final Duration LONGEST = Duration.ofDays(7);

  /** The policy of a stage; empty where it has none, or one that cannot be read. */
  static Optional<RetryPolicy> of(Map<String, Object> settings) {
    if (!(settings.get(KEY) instanceof Map<?, ?> written)) {
      return Optional.empty();
    }
    List<Problem> problems = new ArrayList<>();
    RetryPolicy policy = read(written, problems);
    return problems.isEmpty() && policy.attempts > 1 ? Optional.of(policy) : Optional.empty();
  }

  /**
   * Reads one.
   *
   * @param problems gets what is wrong; paths start at {@code $}, the policy
   */
  static RetryPolicy read(Map<?, ?> written, List<Problem> problems) {
    double most = LONGEST.toMillis();
    return new RetryPolicy(
        (int) number(written, "maxAttempts", 1, 1, MOST_ATTEMPTS, problems),
        Duration.ofMillis((long) number(written, "delayMs", 10_000, 0, most, problems)),
        number(written, "backoffFactor", 1, 1, STEEPEST, problems),
        Duration.ofMillis((long) number(written, "maxDelayMs", most, 0, most, problems)),
        !"false".equalsIgnoreCase(String.valueOf(written.get("onlyTransient"))));
  }

  /** Whether there is another attempt after that failure. */
  boolean triesAgain(int attemptsMade, Failure failure) {
    return attemptsMade < attempts && (failure.retryable() || !onlyTransient);
  }

  /** How long to wait after so many attempts. */
  Duration delayAfter(int attemptsMade) {
    double millis = delay.toMillis() * Math.pow(factor, Math.max(0, attemptsMade - 1));
    return Duration.ofMillis((long) Math.min(millis, longest.toMillis()));
  }

  private static double number(
      Map<?, ?> written,
      String key,
      double otherwise,
      double least,
      double most,
      List<Problem> problems) {
    @Nullable Object value = written.get(key);
    if (value == null) {
      return otherwise;
    }
    try {
      double number = new BigDecimal(value.toString().strip()).doubleValue();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with all other values it cannot be.
    }
    problems.add(
        Problem.error(
            "$." + key,
            "It is %s.".formatted(value),
            "Write a number from %.0f to %.0f.".formatted(least, most)));
    return otherwise;
  }
}
