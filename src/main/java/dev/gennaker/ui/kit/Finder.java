package dev.gennaker.ui.kit;

import dev.gennaker.security.Actor;
import java.util.List;

/** Something the search in the top bar finds; a bean. Slow ones keep everybody waiting. */
public interface Finder {

  /** The heading its hits stand under, e.g. {@code Pipelines}. */
  String heading();

  /**
   * @param words lower case, without surrounding blanks; empty asks for a few suggestions
   * @param limit at most this many
   * @return best first
   */
  List<Hit> find(String words, Actor actor, int limit);

  /**
   * Something found.
   *
   * @param detail where it belongs; may be empty
   * @param href where it leads, relative to the root
   */
  record Hit(String icon, String title, String detail, String href) {}
}
