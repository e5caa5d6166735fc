package dev.gennaker.ui.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a view: it has an entry in the navigation. An entry of the group {@code APPLICATION} is shown
 * while a page of an application is open, and its route has the parameter {@code app}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Nav {

  String title();

  /** Name of an icon of the theme. */
  String icon();

  Group group() default Group.MAIN;

  /** Small ones come first in their group. */
  int order();

  /** Whether it has a place in the bar at the foot of a phone; four fit. */
  boolean phone() default false;

  /** Whether only administrators find it; the view itself refuses everybody else. */
  boolean admin() default false;

  /** Where an entry stands. */
  enum Group {
    MAIN,
    APPLICATION,
    OPERATIONS,
    FOOT
  }
}
