package dev.gennaker.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The Spring test on this class gets an empty H2 database of its own, in memory, in the mode the
 * product uses. Without any annotation a test gets the same, but may override the URL itself.
 *
 * <p>To run a module's tests on both databases, write them once in an abstract class and extend it
 * twice:
 *
 * <pre>
 * abstract class PipelinesContract { &#64;Test void keepsEveryRevision() {…} }
 *
 * &#64;ApplicationModuleTest &#64;OnH2 class PipelinesOnH2Tests extends PipelinesContract {}
 *
 * &#64;ApplicationModuleTest &#64;OnPostgres class PipelinesOnPostgresTests extends PipelinesContract {}
 * </pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
public @interface OnH2 {}
