/** What happened: executions, their journal, and the engine that carries them out. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"security", "pipeline", "stage", "nodes"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.execution;
