package dev.gennaker.judgment;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question to people on which an execution waits.
 *
 * @param instructions Markdown
 * @param choices inputs to choose from; empty for none
 * @param roles who may answer: holders of one of these roles; empty for everybody with JUDGE on the
 *     application
 * @param verdict how it was answered; null while it waits
 * @param withdrawnAt when it stopped waiting without an answer (cancelled, timed out); null
 *     normally
 */
public record Judgment(
    String id,
    String executionId,
    String stageId,
    int attempt,
    String application,
    String pipeline,
    String stageName,
    String instructions,
    List<String> choices,
    Set<String> roles,
    String askedBy,
    Instant askedAt,
    @Nullable Verdict verdict,
    @Nullable Instant withdrawnAt) {}
