package dev.gennaker.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.Execution;
import dev.gennaker.execution.ExecutionHeader;
import dev.gennaker.execution.ExecutionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Thousands of runs, read in pages and kept up to date with few reads. */
class RunPagesTests {

  /** Newest first. */
  private final List<ExecutionHeader> runs =
      new ArrayList<>(IntStream.range(0, 1230).mapToObj(i -> run(1229 - i, "")).toList());

  private int reads;
  private int rowsRead;
  private final RunPages pages = new RunPages(this::read);

  @Test
  void readsOnePageAtATimeDownToTheLast() {
    pages.first();
    assertThat(pages.shown()).hasSize(50);
    while (pages.more()) {
      pages.older();
    }
    assertThat(pages.shown()).isEqualTo(runs);
    assertThat(reads).isEqualTo(25);
  }

  @Test
  void readsOnlyTheNewestPageForWhatIsNew() {
    scroll(20);
    runs.addFirst(run(1230, ""));
    runs.set(3, run(1227, "waits"));

    pages.renew(Set.of("r1230", "r1227"));

    assertThat(pages.shown()).isEqualTo(runs.subList(0, 1051));
    assertThat(reads).isEqualTo(1);
    assertThat(pages.more()).isTrue();
  }

  @Test
  void showsAChangeFarDown() {
    scroll(20);
    runs.set(900, run(329, "restarted"));

    pages.renew(Set.of("r329"));

    assertThat(pages.shown()).isEqualTo(runs.subList(0, 1050));
    assertThat(reads).isLessThanOrEqualTo(4);
  }

  @Test
  void readsAllAgainWhereAnythingMayHaveChanged() {
    scroll(20);
    runs.set(900, run(329, "restarted"));

    pages.renewAll();

    assertThat(pages.shown()).isEqualTo(runs.subList(0, 1050));
    assertThat(reads).isEqualTo(3);
  }

  @Test
  void missesNothingWhenMoreCameThanAPageHolds() {
    scroll(2);
    IntStream.range(1230, 1300).forEach(i -> runs.addFirst(run(i, "")));

    pages.renew(Set.of("r1299"));

    assertThat(pages.shown()).isEqualTo(runs.subList(0, 150));
  }

  @Test
  void goesOnWhereTheLastOneShownIsGone() {
    scroll(1);
    runs.remove(99);

    pages.older();

    assertThat(pages.shown()).isEqualTo(runs.subList(0, 150));
  }

  @Test
  void dropsWhatIsGoneAndEndsWhereAllAreShown() {
    pages.first();
    runs.subList(10, runs.size()).clear();

    pages.renew(Set.of());

    assertThat(pages.shown()).isEqualTo(runs);
    assertThat(pages.more()).isFalse();
  }

  @Test
  void offersMoreOnceThereIsMore() {
    runs.subList(50, runs.size()).clear();
    pages.first();
    runs.addFirst(run(1230, ""));

    pages.renew(Set.of("r1230"));
    while (pages.more()) {
      pages.older();
    }

    assertThat(pages.shown()).isEqualTo(runs);
  }

  private void scroll(int times) {
    pages.first();
    IntStream.range(0, times).forEach(i -> pages.older());
    reads = 0;
    rowsRead = 0;
  }

  private List<ExecutionHeader> read(@Nullable String before, int limit) {
    reads++;
    List<String> ids = runs.stream().map(ExecutionHeader::id).toList();
    int from = before == null ? 0 : ids.indexOf(before) + 1;
    List<ExecutionHeader> page =
        before != null && from == 0
            ? List.of()
            : List.copyOf(runs.subList(from, Math.min(runs.size(), from + limit)));
    rowsRead += page.size();
    assertThat(rowsRead).isLessThan(3000);
    return page;
  }

  private static ExecutionHeader run(int number, String waiting) {
    return new ExecutionHeader(
        "r" + number,
        Execution.Kind.PIPELINE,
        "shop",
        "Deploy",
        "p1",
        ExecutionStatus.RUNNING,
        Instant.ofEpochSecond(number),
        null,
        null,
        "manual",
        "ann",
        waiting,
        List.of());
  }
}
