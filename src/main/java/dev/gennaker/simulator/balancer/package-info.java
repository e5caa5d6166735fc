/** marathon-lb in the box: merges apps as its own code does and answers what HAProxy would say. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.simulator.balancer;
