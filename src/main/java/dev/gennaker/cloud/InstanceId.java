package dev.gennaker.cloud;

/**
 * Addresses one instance, also one that has ended, and a task of a job as well.
 *
 * @param location name of the {@link Location}
 * @param name the platform's id of it
 */
public record InstanceId(String location, String name) {}
