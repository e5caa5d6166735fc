/** The door of the screen: the sign-in page and what is open before it. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.signin;
