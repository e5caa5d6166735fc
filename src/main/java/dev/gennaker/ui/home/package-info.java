/** Home: what needs you, how the applications are, what runs; and the list of applications. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.home;
