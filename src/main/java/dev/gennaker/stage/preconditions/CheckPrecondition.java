package dev.gennaker.stage.preconditions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.gennaker.stage.operation.ClusterTarget;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the child that checks one precondition, evaluated.
 *
 * @param source the expression as written
 * @param expression what it came to
 * @param expected for {@code clusterSize}; 1 where nothing is said
 * @param actualStatus of the stage {@code stageName}
 */
record CheckPrecondition(
    String preconditionType,
    @Nullable String source,
    @Nullable Object expression,
    @Nullable String failureMessage,
    @JsonUnwrapped ClusterTarget cluster,
    @Nullable String comparison,
    @Nullable Integer expected,
    @Nullable Boolean onlyEnabledServerGroups,
    @Nullable String stageName,
    @Nullable String stageStatus,
    @Nullable String actualStatus) {}
