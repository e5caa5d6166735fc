/** People deciding whether an execution may go on. */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"security", "execution", "stage", "stage::form", "nodes"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.judgment;
