/** The stage that runs another pipeline. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Pipeline stage",
    allowedDependencies = {"stage", "pipeline", "execution", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.pipeline;
