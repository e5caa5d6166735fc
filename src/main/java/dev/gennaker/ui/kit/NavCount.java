package dev.gennaker.ui.kit;

import com.vaadin.flow.component.Component;
import dev.gennaker.security.Actor;

/** A live figure beside an entry of the navigation; a bean. */
public interface NavCount {

  /** The view whose entry it stands beside. */
  Class<? extends Component> view();

  /** Nothing is shown for 0. */
  long count(Actor actor);

  /** Whether it wants the actor to do something, and is drawn so. */
  default boolean wantsYou() {
    return false;
  }

  /** Whether this event may have changed it. */
  boolean changedBy(Object event);
}
