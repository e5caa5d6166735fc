/** The stage that brings a new version of a service into the world. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage::form", "stage.operation", "cloud", "cloud::form"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.deploy;
