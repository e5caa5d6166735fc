package dev.gennaker.execution;

import java.util.Map;

/**
 * Why a stage failed.
 *
 * @param reason one sentence for people
 * @param retryable whether trying again unchanged makes sense
 * @param evidence facts behind it, plain JSON values
 */
public record Failure(String reason, boolean retryable, Map<String, Object> evidence) {}
