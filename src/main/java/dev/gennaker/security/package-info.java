/** Who may do what: actors, permissions, sign-in, audit. Shared by every room. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.gennaker.security;
