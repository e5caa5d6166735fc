/** What a provider may bring to the deploy form. */
@org.springframework.modulith.NamedInterface("form")
@org.jspecify.annotations.NullMarked
package dev.gennaker.cloud.form;
