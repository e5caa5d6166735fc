/** The simulated Marathon: definitions, deployments, tasks, health, queue and events. */
@NullMarked
package dev.gennaker.simulator.marathon;

import org.jspecify.annotations.NullMarked;
