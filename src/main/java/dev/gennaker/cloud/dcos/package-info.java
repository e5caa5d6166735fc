/**
 * The DC/OS plug: server groups are Marathon apps, read by event stream and changed through
 * Marathon's deployments.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"cloud", "cloud::form", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos;
