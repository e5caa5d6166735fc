/** The stage that runs a program to its end. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "stage.operation", "cloud"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.runjob;
