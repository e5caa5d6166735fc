package dev.gennaker.ui.kit;

import dev.gennaker.security.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Something the search in the top bar finds or does; a bean. Slow ones keep everybody waiting. */
public interface Finder {

  /** The heading its hits stand under, e.g. {@code Pipelines}. */
  String heading();

  /** Everything this person could find, in the order shown; read only as far as needed. */
  Stream<Hit> all(Actor actor);

  /** So many letters must be typed before it looks; 0 also answers when nothing is typed. */
  default int least() {
    return 0;
  }

  /**
   * @param words lower case, without surrounding blanks; empty asks for a few suggestions
   * @param limit at most this many
   * @return those with every word, first those whose title begins with them
   */
  default List<Hit> find(String words, Actor actor, int limit) {
    if (words.length() < least()) {
      return List.of();
    }
    List<String> each = List.of(words.split("\\s+"));
    return all(actor)
        .filter(hit -> each.stream().allMatch(hit.words()::contains))
        .sorted(Comparator.comparing(hit -> !hit.words().startsWith(words)))
        .limit(limit)
        .toList();
  }

  /**
   * Something found.
   *
   * @param detail where it belongs; may be empty
   * @param words what it is found by, lower case, the title first
   */
  record Hit(String icon, String title, String detail, String words, Choice choice) {

    /**
     * Something that opens.
     *
     * @param href relative to the root
     */
    public static Hit open(String icon, String title, String detail, String href) {
      return of(icon, title, detail, new Choice.Open(href));
    }

    /** Something that is done, in the page's session, after the search has closed. */
    public static Hit act(String icon, String title, String detail, Runnable action) {
      return of(icon, title, detail, new Choice.Act(action));
    }

    /** Found by further words, which are not shown. */
    public Hit alsoBy(String more) {
      return new Hit(icon, title, detail, words + " " + more.toLowerCase(Locale.ROOT), choice);
    }

    private static Hit of(String icon, String title, String detail, Choice choice) {
      return new Hit(icon, title, detail, (title + " " + detail).toLowerCase(Locale.ROOT), choice);
    }
  }

  /** What choosing a hit does. */
  sealed interface Choice {

    /** Leads somewhere. */
    record Open(String href) implements Choice {}

    /** Does something, usually opens a dialog. */
    record Act(Runnable action) implements Choice {}
  }
}
