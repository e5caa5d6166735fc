/** The processes that share one database: who lives, and what one of them tells the others. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package dev.gennaker.nodes;
