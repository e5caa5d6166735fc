/** Evaluates {@code ${…}} in a closed sandbox: Spring's expression syntax, nothing of its reach. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.execution.expression;
