package dev.gennaker.stage.pipeline;

import dev.gennaker.stage.StageContext;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;

/**
 * The id of the run a stage starts. It follows from the stage's attempt, so that starting again
 * after a crash starts nothing new, and a cancel finds what an unfinished look has started.
 */
final class ChildId {

  private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final String FOLLOWS = "follows";
  private static final int TIME_DIGITS = 10;
  private static final int OTHER_DIGITS = 16;

  private ChildId() {}

  /** The settings with which an attempt of a stage waits for a run there is already. */
  static Map<String, Object> following(String executionId, int attempt) {
    return Map.of(FOLLOWS, Map.of("executionId", executionId, "attempt", attempt));
  }

  /** The run this attempt of the stage waits for. */
  static String of(StageContext context) {
    return context.written().get(FOLLOWS) instanceof Map<?, ?> follows
            && follows.get("attempt") instanceof Number attempt
            && attempt.intValue() == context.attempt()
        ? String.valueOf(follows.get("executionId"))
        : own(context);
  }

  /** A ULID: the moment the stage started, then what tells it from all others. */
  private static String own(StageContext context) {
    return digits(BigInteger.valueOf(context.startedAt().toEpochMilli()), TIME_DIGITS)
        + digits(new BigInteger(1, hash(context.operationKey("run"))), OTHER_DIGITS);
  }

  private static String digits(BigInteger number, int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(CROCKFORD.charAt(number.shiftRight(5 * i).intValue() & 31));
    }
    return digits.reverse().toString();
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
