/** Forms derived from the fields of a settings record, over a JSON document. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.ui.fields;
