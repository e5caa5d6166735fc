/** Tests choose their database here: nothing for H2, {@code @OnPostgres} for the other one. */
@org.jspecify.annotations.NullMarked
package dev.gennaker.database;
