/** Tests of judgments. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.judgment;
