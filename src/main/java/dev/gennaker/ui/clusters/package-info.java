/** What runs where: server groups as rows of instance blocks, their details and actions. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.clusters;
