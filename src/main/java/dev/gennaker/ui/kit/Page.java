package dev.gennaker.ui.kit;

import com.vaadin.flow.router.HasDynamicTitle;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A view with a place in the shell. */
public interface Page extends HasDynamicTitle {

  /** The way to it, itself last; read after every navigation. */
  List<Crumb> crumbs();

  /** The application it belongs to, whose entries the navigation then shows; null for none. */
  default @Nullable String application() {
    return null;
  }

  /** Whether it fills the room to its edges and scrolls by itself. */
  default boolean flush() {
    return false;
  }

  @Override
  default String getPageTitle() {
    return crumbs().reversed().stream().map(Crumb::text).collect(Collectors.joining(" · "))
        + " · Gennaker";
  }
}
