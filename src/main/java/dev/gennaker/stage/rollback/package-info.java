/** The stage that brings a former server group back and takes the bad one out of service. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.rollback;
