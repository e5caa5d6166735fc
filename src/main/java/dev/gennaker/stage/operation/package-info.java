/**
 * What the stages that act on clouds share: choosing targets, carrying operations out, guarding
 * traffic.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "cloud", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.operation;
