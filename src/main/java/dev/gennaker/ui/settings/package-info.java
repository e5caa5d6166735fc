/** Who is signed in, what they may, how the screen looks. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.settings;
