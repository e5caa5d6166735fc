/** Sandboxes of tasks, read from the agents they lie on. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.files;
