/** Runs across pipelines and applications. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.runs;
