package dev.gennaker.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Spring test on this class gets an empty database of its own on a real PostgreSQL, started
 * once per JVM. For its use see {@link OnH2}; for two nodes sharing one database see {@link
 * PostgresServer#createDatabase}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface OnPostgres {}
