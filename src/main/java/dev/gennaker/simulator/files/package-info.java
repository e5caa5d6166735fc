/** The agents' side of Mesos: where tasks ran, and what lies in their sandboxes. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.simulator.files;
