/** The stage that runs another pipeline. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"stage", "pipeline", "execution", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.pipeline;
