/** Tests of the expression sandbox. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.execution.expression;
