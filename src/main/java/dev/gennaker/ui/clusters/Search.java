package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.ServerGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find server groups: words, and terms that look in one place, {@code
 * image:web label:team=shop host:10.0.0.7}. All of them must fit, in any case of letters; one with
 * a minus in front must not. What only looks like a term, {@code web:1.8.3}, is a word.
 */
record Search(List<Term> terms) implements Predicate<ServerGroup> {

  // Quotes keep blanks together, also behind a colon; an open quote reaches to the end.
  private static final Pattern PIECE = Pattern.compile("(?:\"[^\"]*(?:\"|$)|[^\\s\"])+");

  /** Where a term looks. */
  enum In {
    ANYWHERE,
    IMAGE,
    LABEL,
    HOST,
    GROUP,
    TASK,
    OWNER,
    BY
  }

  /**
   * One condition.
   *
   * @param text in small letters, never empty
   */
  record Term(In in, String text, boolean not) {

    boolean fits(ServerGroup group) {
      return not != found(group);
    }

    private boolean found(ServerGroup group) {
      return switch (in) {
        case ANYWHERE -> anywhere(group);
        case IMAGE -> holds(group.image());
        case LABEL -> group.labels().entrySet().stream().anyMatch(this::isLabel);
        case HOST -> group.instances().stream().anyMatch(this::runsOn);
        case GROUP -> holds(group.path().substring(0, group.path().lastIndexOf('/') + 1));
        case TASK -> group.instances().stream().anyMatch(instance -> holds(instance.id()));
        case OWNER -> holds(group.application());
        case BY -> holds(group.createdBy());
      };
    }

    private boolean anywhere(ServerGroup group) {
      return holds(group.path())
          || holds(group.name())
          || holds(group.image())
          || holds(group.application())
          || group.instances().stream()
              .anyMatch(instance -> holds(instance.id()) || holds(instance.host()));
    }

    private boolean runsOn(Instance instance) {
      return holds(instance.host()) || instance.addresses().stream().anyMatch(this::holds);
    }

    /** {@code key}, part of a value, or {@code key=} and the beginning of its value. */
    private boolean isLabel(Map.Entry<String, String> label) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        return holds(label.getKey()) || holds(label.getValue());
      }
      String value = text.substring(equals + 1);
      return label.getKey().equalsIgnoreCase(text.substring(0, equals))
          && label.getValue().regionMatches(true, 0, value, 0, value.length());
    }

    /** Without a copy of what is looked through: there may be fifty thousand tasks. */
    private boolean holds(String where) {
      int last = where.length() - text.length();
      for (int at = 0; at <= last; at++) {
        if (where.regionMatches(true, at, text, 0, text.length())) {
          return true;
        }
      }
      return false;
    }
  }

  /** Reads any text; a term without a value yet asks nothing. */
  static Search parse(String typed) {
    List<Term> terms = new ArrayList<>();
    Matcher piece = PIECE.matcher(typed);
    while (piece.find()) {
      String text = piece.group();
      boolean not = text.length() > 1 && text.startsWith("-");
      add(terms, not ? text.substring(1) : text, not);
    }
    return new Search(List.copyOf(terms));
  }

  private static void add(List<Term> terms, String piece, boolean not) {
    int colon = piece.indexOf(':');
    In in = colon > 0 ? in(piece.substring(0, colon)) : In.ANYWHERE;
    String rest = in == In.ANYWHERE ? piece : piece.substring(colon + 1);
    String text = rest.replace("\"", "").toLowerCase(Locale.ROOT);
    if (!text.isEmpty()) {
      terms.add(new Term(in, text, not));
    }
  }

  private static In in(String key) {
    for (In one : In.values()) {
      if (one != In.ANYWHERE && one.name().equalsIgnoreCase(key)) {
        return one;
      }
    }
    return In.ANYWHERE;
  }

  @Override
  public boolean test(ServerGroup group) {
    for (Term term : terms) {
      if (!term.fits(group)) {
        return false;
      }
    }
    return true;
  }
}
