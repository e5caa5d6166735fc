package dev.gennaker.nodes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code gennaker.node}.
 *
 * @param name what people call this node; empty for host and port
 * @param heartbeat how often it says that it lives, and asks whether the database does
 * @param lostAfter how long another may be silent until it counts as lost
 */
@ConfigurationProperties("gennaker.node")
record NodeSettings(
    @DefaultValue("") String name,
    @DefaultValue("2s") Duration heartbeat,
    @DefaultValue("10s") Duration lostAfter) {}
