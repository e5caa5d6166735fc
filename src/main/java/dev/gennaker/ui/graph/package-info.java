/** The pipeline graph: one client component for editing, planning, watching and replaying. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.graph;
