/** One execution: its graph live, its timeline, and what its stages say. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.run;
