package dev.gennaker.ui.runs;

import dev.gennaker.execution.ExecutionHeader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The runs read so far, newest first. However many these are, what is new costs one short read; all
 * are read again only where one far down changed.
 */
final class RunPages {

  static final int PAGE = 50;

  private static final int LONGEST = 500;

  /** Reads runs older than one, newest first. */
  interface Source {

    /**
     * @param before id of the run they are older than; null for the newest
     */
    List<ExecutionHeader> read(@Nullable String before, int limit);
  }

  private final Source source;
  private List<ExecutionHeader> shown = List.of();
  private boolean more;

  RunPages(Source source) {
    this.source = source;
  }

  List<ExecutionHeader> shown() {
    return shown;
  }

  /** Whether there are older ones. */
  boolean more() {
    return more;
  }

  /** Begins with the newest page. */
  void first() {
    reread(PAGE);
  }

  /** Adds the next page. */
  void older() {
    List<ExecutionHeader> next =
        shown.isEmpty() ? List.of() : source.read(shown.getLast().id(), PAGE);
    if (next.isEmpty()) {
      // The end, or the last one shown is gone and nothing can be told to be older than it.
      reread(shown.size() + PAGE);
      return;
    }
    more = next.size() == PAGE;
    List<ExecutionHeader> all = new ArrayList<>(shown);
    all.addAll(next);
    shown = List.copyOf(all);
  }

  /**
   * Reads again what may be different.
   *
   * @param changed ids of the runs that changed
   */
  void renew(Collection<String> changed) {
    List<ExecutionHeader> newest = source.read(null, PAGE);
    if (newest.size() < PAGE) {
      shown = List.copyOf(newest);
      more = false;
      return;
    }
    Set<String> fresh =
        newest.stream().map(ExecutionHeader::id).collect(Collectors.toCollection(HashSet::new));
    int joint = ids().indexOf(newest.getLast().id());
    if (joint < 0 || joint + 1 < shown.size() && !fresh.containsAll(changed)) {
      renewAll();
      return;
    }
    more |= joint + 1 == shown.size();
    List<ExecutionHeader> all = new ArrayList<>(newest);
    all.addAll(shown.subList(joint + 1, shown.size()));
    shown = List.copyOf(all);
  }

  /** Reads all again: anything may be different. */
  void renewAll() {
    reread(Math.max(PAGE, shown.size()));
  }

  private List<String> ids() {
    return shown.stream().map(ExecutionHeader::id).toList();
  }

  private void reread(int wanted) {
    List<ExecutionHeader> all = new ArrayList<>();
    @Nullable String before = null;
    more = true;
    while (more && all.size() < wanted) {
      int limit = Math.min(LONGEST, wanted - all.size());
      List<ExecutionHeader> page = source.read(before, limit);
      all.addAll(page);
      more = page.size() == limit;
      before = all.isEmpty() ? null : all.getLast().id();
    }
    shown = List.copyOf(all);
  }
}
