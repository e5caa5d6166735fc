/** Gennaker: continuous delivery for DC/OS that one team can run. */
@org.jspecify.annotations.NullMarked
package dev.gennaker;
