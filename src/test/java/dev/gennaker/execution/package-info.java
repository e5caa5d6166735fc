/** Tests of executions: rules, journal, engine. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.execution;
