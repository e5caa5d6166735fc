/** The frame around every view: navigation, crumbs, search, errors. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.shell;
