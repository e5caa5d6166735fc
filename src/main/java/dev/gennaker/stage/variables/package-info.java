/** The stage that names values for the stages after it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"stage"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.variables;
