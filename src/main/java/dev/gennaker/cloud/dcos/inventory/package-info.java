/** The picture of what runs on each cluster, kept fresh by its event stream. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.dcos.inventory;
