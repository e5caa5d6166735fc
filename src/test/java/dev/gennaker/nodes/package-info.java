/** What nodes say to each other, without a database. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.nodes;
