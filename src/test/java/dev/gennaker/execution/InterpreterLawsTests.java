package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every graph and every outcome. */
class InterpreterLawsTests {

  @Property(tries = 300)
  void everyExecutionEndsWithNothingRunning(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    Rehearsal rehearsal = new Rehearsal(seed, size);
    rehearsal.play(-1, (run, stage) -> {});

    Run run = rehearsal.run();
    assertThat(run.status().isComplete()).isTrue();
    assertThat(run.stages().values()).noneMatch(RunStage::isRunning);
  }

  @Property(tries = 300)
  void noStageSucceedsOverAChildThatHalted(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    Rehearsal rehearsal = new Rehearsal(seed, size);
    rehearsal.play(-1, (run, stage) -> {});

    Run run = rehearsal.run();
    assertThat(run.stages().values())
        .filteredOn(stage -> stage.status().halts() && !stage.isTopLevel())
        // One whose time is over counts as done where its author said so, whatever ran below it.
        .filteredOn(
            stage -> !run.stage(stage.plan().parentId()).flag("markSuccessfulOnTimeout", false))
        .allSatisfy(
            stage ->
                assertThat(run.stage(stage.plan().parentId()).status())
                    .isNotEqualTo(ExecutionStatus.SUCCEEDED));
  }

  @Property(tries = 300)
  void aCancelledExecutionEndsCancelled(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int size,
      @ForAll @IntRange(min = 1, max = 60) int after) {
    Rehearsal rehearsal = new Rehearsal(seed, size);
    boolean[] looked = new boolean[1];
    rehearsal.play(after, (run, stage) -> looked[0] |= run.isCanceled());

    assertThat(looked[0]).as("looked at something after the cancel").isFalse();
    assertThat(rehearsal.run().stages().values()).noneMatch(RunStage::isRunning);
    if (rehearsal.run().isCanceled()) {
      assertThat(rehearsal.run().status()).isEqualTo(ExecutionStatus.CANCELED);
    }
  }

  @Property(tries = 300)
  void noStageStartsBeforeAllItWaitsForLetIt(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int size) {
    new Rehearsal(seed, size)
        .play(
            -1,
            (run, stage) -> {
              List<RunStage> siblings = run.children(stage.plan().parentId());
              assertThat(stage.plan().requisites())
                  .allSatisfy(
                      refId ->
                          assertThat(siblings)
                              .filteredOn(other -> other.plan().refId().equals(refId))
                              .singleElement()
                              .matches(other -> other.status().letsDownstreamRun()));
              if (!stage.isTopLevel()) {
                assertThat(run.stage(stage.plan().parentId()).isRunning()).isTrue();
              }
            });
  }

  @Property(tries = 100)
  void aJournalReadBackAndFoldedAnewIsTheSameRun(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int size) {
    Rehearsal rehearsal = new Rehearsal(seed, size);
    rehearsal.play(-1, (run, stage) -> {});
    List<ExecutionEvent> log = rehearsal.log();
    Run incremental = Run.of("run", log.subList(0, 1));
    for (int i = 1; i <= log.size(); i++) {
      List<ExecutionEvent> read = JournalFormat.read(JournalFormat.write(log.subList(0, i)));
      assertThat(read).isEqualTo(log.subList(0, i));
      assertThat(Run.of("run", read)).isEqualTo(incremental);
      if (i < log.size()) {
        incremental = incremental.with(List.of(log.get(i)));
      }
    }
    assertThat(incremental).isEqualTo(rehearsal.run());
  }
}
