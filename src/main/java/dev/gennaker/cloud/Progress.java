package dev.gennaker.cloud;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where an {@link Operation} stands. Maps hold plain JSON values. */
public sealed interface Progress {

  /**
   * It goes on.
   *
   * @param reason what it waits for, one sentence
   * @param fraction 0 to 1; null where nobody can say
   * @param evidence facts behind the sentence
   * @param memory what the provider wants to be given on the next look
   */
  record Working(
      String reason,
      @Nullable Double fraction,
      Map<String, Object> evidence,
      Map<String, Object> memory)
      implements Progress {}

  /**
   * It is done; a deploy puts {@code serverGroup}, {@code region}, {@code account} and {@code
   * image} here. What it tells is among {@link #OUTPUTS}.
   */
  record Finished(Map<String, Object> outputs) implements Progress {}

  /**
   * Key of {@link Working#evidence} under which stands who holds the lock it waits for: {@code id}
   * of the change as {@link Operation.CancelChange} takes it, {@code what}, {@code step}, {@code
   * steps}, {@code affects} (the platform's names of all it changes) and {@code forcible}.
   */
  String LOCK = "lock";

  /** All that a finished operation may tell. */
  Set<String> OUTPUTS =
      Set.of(
          "serverGroup",
          "region",
          "account",
          "app",
          "image",
          "instances",
          "instanceIds",
          "rememberedSize",
          "version",
          "change");

  /** All that a job that ended well may tell. */
  Set<String> JOB_OUTPUTS =
      Set.of("account", "region", "image", "jobId", "runId", "taskId", "status", "exitCode");

  /**
   * The world said no.
   *
   * @param reason one sentence: what failed, where, why, what to do next
   * @param retryable whether trying again unchanged makes sense
   */
  record Failed(String reason, boolean retryable, Map<String, Object> evidence)
      implements Progress {}
}
