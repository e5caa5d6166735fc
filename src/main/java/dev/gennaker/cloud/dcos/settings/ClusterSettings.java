package dev.gennaker.cloud.dcos.settings;

import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One cluster that can be talked to.
 *
 * @param url base URL without a trailing slash
 * @param marathonPath {@code /service/marathon}, or empty
 * @param metronomePath {@code /service/metronome}, or empty
 * @param balancerUrl with {@code {host}} and {@code {port}} to be put in
 * @param tls null for the JDK's own trust
 */
public record ClusterSettings(
    String name,
    URI url,
    String marathonPath,
    String metronomePath,
    String balancerUrl,
    @Nullable SSLContext tls) {}
