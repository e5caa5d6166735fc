/** The screen: shell and views, everything a person sees. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui;
