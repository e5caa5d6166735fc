/**
 * SOCKET: the contract of a cloud provider and the nouns of what runs out there; each sub-folder is
 * one plug.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"security"})
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud;
