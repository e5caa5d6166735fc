/** SOCKET: the contract of a stage type; each sub-folder is one plug. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage;
