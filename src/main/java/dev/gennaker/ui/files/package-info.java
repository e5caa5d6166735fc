/** What an instance writes: its directory and a file of it, live. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.files;
