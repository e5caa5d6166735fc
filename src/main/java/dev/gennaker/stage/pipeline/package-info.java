/** The stage that runs another pipeline. */
@org.springframework.modulith.ApplicationModule(
    displayName = "Pipeline stage",
    allowedDependencies = {"stage", "pipeline", "execution", "security", "nodes"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.pipeline;
