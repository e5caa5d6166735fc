package dev.gennaker.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one component of a stage's settings record; form, schema, validation and documentation
 * follow from it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** Label in the inspector; empty derives one from the name. */
  String label() default "";

  /** Help below the field, Markdown. */
  String help() default "";

  /** Whether the key must be there and not be blank. */
  boolean required() default false;

  /** Kind of input; {@code AUTO} follows from the Java type. */
  Kind kind() default Kind.AUTO;

  /** Unit shown behind the value, e.g. {@code s}, {@code %}, {@code MB}. */
  String unit() default "";

  double min() default Double.NEGATIVE_INFINITY;

  double max() default Double.POSITIVE_INFINITY;

  /** Allowed values; empty for any. Enums bring their own. */
  String[] options() default {};

  /** Shown in the empty field: what counts when nothing is given. */
  String placeholder() default "";

  /** How a setting is entered. */
  enum Kind {
    AUTO,
    TEXT,
    MULTILINE,
    MARKDOWN,
    NUMBER,
    FLAG,
    CHOICE,
    LIST,
    MAP,
    JSON,
    SECONDS,
    PERCENT,
    EXPRESSION,
    ACCOUNT,
    REGION,
    REGIONS,
    CLUSTER,
    SERVER_GROUP_TARGET,
    IMAGE,
    ROLES,
    APPLICATION,
    PIPELINE
  }
}
