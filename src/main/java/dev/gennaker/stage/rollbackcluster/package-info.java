/** The stage that rolls a cluster back, region by region. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.rollbackcluster;
