/** Reads traffic guards from applications' attributes. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"cloud", "pipeline", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.guards;
