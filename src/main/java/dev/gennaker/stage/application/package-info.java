/** The jobs that create, change and delete applications, for clients that send them as tasks. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Application jobs",
    allowedDependencies = {"stage", "pipeline", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.application;
