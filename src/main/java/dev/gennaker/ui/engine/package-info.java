/** What the engine does, for administrators: nodes, what is due, what waits for what. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.engine;
