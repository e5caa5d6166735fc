/** Load balancers: their routes, the addresses within clusters, and who stands behind each. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.balancers;
