package dev.gennaker.cloud;

/**
 * A place where things run: one DC/OS cluster, one Kubernetes cluster.
 *
 * @param name unique among all providers; regions start with it
 * @param url where people find its own screen
 * @param version what runs there, e.g. {@code Marathon 1.11.26}; empty while unknown
 * @param freshness how much its picture can be trusted
 */
public record Location(
    String provider, String name, String url, String version, Freshness freshness) {}
