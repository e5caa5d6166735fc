package dev.gennaker.execution;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gennaker.retention}: how long what has ended is kept.
 *
 * @param pipelines runs of pipelines that ended longer ago go; zero keeps all for ever
 * @param keep so many of each pipeline stay in any case
 * @param tasks ad-hoc executions that ended longer ago go; zero keeps all for ever
 * @param archive folder into which each is written before it goes; nothing is written where there
 *     is none
 */
@ConfigurationProperties("gennaker.retention")
record RetentionSettings(
    @DefaultValue("180d") Duration pipelines,
    @DefaultValue("50") int keep,
    @DefaultValue("30d") Duration tasks,
    @Nullable Path archive) {}
