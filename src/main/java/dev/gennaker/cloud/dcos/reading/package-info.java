/** What Marathon's answers mean: server groups, health of instances, reasons. No effects. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.reading;
