/** Something to look at: two simulated clusters, an application with history, three people. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"simulator", "pipeline", "execution", "judgment", "security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.demo;
