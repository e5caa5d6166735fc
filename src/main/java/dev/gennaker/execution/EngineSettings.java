package dev.gennaker.execution;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gennaker.engine}.
 *
 * @param threads how many executions one node works on at the same time
 * @param poll how often it looks for due executions nobody told it about
 * @param heartbeat how often it says that it lives; another node takes over after four missed
 * @param timeZone of execution windows that name none
 */
@ConfigurationProperties("gennaker.engine")
record EngineSettings(
    @DefaultValue("32") int threads,
    @DefaultValue("500ms") Duration poll,
    @DefaultValue("1s") Duration heartbeat,
    @DefaultValue("UTC") ZoneId timeZone) {}
