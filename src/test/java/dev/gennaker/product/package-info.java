/** The product from outside: a process of its own, spoken to over HTTP, killed without a word. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.product;
