/** What a start would do, shown before anything is done. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.plan;
