/** The pipelines of an application: their recent runs, and starting them. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.pipelines;
