package dev.gennaker.stage.deploy;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.operation.Target;
import org.jspecify.annotations.Nullable;

/**
 * Settings of {@code handOver}.
 *
 * @param on the one that gets instances
 * @param from the one that gives traffic up
 * @param size how many instances it has then
 * @param release whether instances that serve nobody end on the way
 * @param back whether it is the older one that gets its instances again
 * @param end whether it is destroyed, once nothing leads there any more
 */
record HandOver(
    @JsonUnwrapped Target on,
    @Nullable String from,
    int size,
    int waitSeconds,
    boolean insist,
    boolean release,
    boolean back,
    boolean end) {}
