package dev.gennaker.cloud.dcos.settings;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Time-outs, intervals and patience.
 *
 * @param connect to open a connection
 * @param answer to wait for any answer
 * @param debounce how long events are collected before what they touched is read again
 * @param silence an event stream that said nothing for this long is lost; Marathon says something
 *     every ten seconds
 * @param resync how often everything is read anew even though the events are there
 * @param busy how often deployments are looked at while there are any
 * @param retryFirst pause after the first lost connection, doubled each time
 * @param retryMost longest such pause
 * @param offers how long a deployment may find no agent that fits before it has failed
 * @param crashes so many failures of instances, none being up, are a crash loop
 */
public record Timing(
    @DefaultValue("5s") Duration connect,
    @DefaultValue("30s") Duration answer,
    @DefaultValue("100ms") Duration debounce,
    @DefaultValue("35s") Duration silence,
    @DefaultValue("5m") Duration resync,
    @DefaultValue("2s") Duration busy,
    @DefaultValue("1s") Duration retryFirst,
    @DefaultValue("30s") Duration retryMost,
    @DefaultValue("5m") Duration offers,
    @DefaultValue("3") int crashes) {}
