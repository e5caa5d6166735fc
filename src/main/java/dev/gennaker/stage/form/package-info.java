/** What a stage type may bring to the editor's inspector. */
@org.springframework.modulith.NamedInterface("form")
@org.jspecify.annotations.NullMarked
package dev.gennaker.stage.form;
