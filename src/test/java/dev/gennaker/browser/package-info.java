/** The real application in a real browser: stories, every view in both themes and both sizes. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.browser;
