/** Judgments waiting for people, and the page on which one is answered. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.inbox;
