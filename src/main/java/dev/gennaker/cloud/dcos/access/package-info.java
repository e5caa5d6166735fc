/** Whether Gennaker's accounts may do what they need to, and what a cluster can do. */
@NullMarked
package dev.gennaker.cloud.dcos.access;

import org.jspecify.annotations.NullMarked;
