/** The form of the deploy stage. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.deploy.form;
