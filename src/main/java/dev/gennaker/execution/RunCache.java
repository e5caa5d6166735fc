package dev.gennaker.execution;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folded executions, least recently used out first, bounded by the size of their journals. */
final class RunCache {

  private static final long MOST_CHARACTERS = 32_000_000;
  private static final int MOST = 20_000;

  private record Entry(Run run, long size) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>(64, 0.75f, true);
  private long size;

  synchronized @Nullable Run get(String id) {
    Entry entry = entries.get(id);
    return entry == null ? null : entry.run();
  }

  /**
   * @param added characters of journal since the one cached before
   */
  synchronized void put(Run run, long added) {
    Entry before = entries.get(run.id());
    if (before != null && before.run().version() >= run.version()) {
      return;
    }
    entries.put(run.id(), new Entry(run, added + (before == null ? 0 : before.size())));
    size += added;
    Iterator<Entry> oldest = entries.values().iterator();
    while ((size > MOST_CHARACTERS || entries.size() > MOST) && entries.size() > 1) {
      size -= oldest.next().size();
      oldest.remove();
    }
  }

  synchronized void remove(String id) {
    Entry gone = entries.remove(id);
    size -= gone == null ? 0 : gone.size();
  }
}
