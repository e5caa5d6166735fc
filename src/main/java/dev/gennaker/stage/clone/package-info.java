/** The stage that deploys a copy of a server group that runs. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.clone;
