/** The stage that lets time pass. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"stage"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.wait;
