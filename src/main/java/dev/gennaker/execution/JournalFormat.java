package dev.gennaker.execution;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.gennaker.execution.ExecutionHeader.StagePip;
import dev.gennaker.stage.Waiting;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/** How events and pips are written as JSON; old journals stay readable by newer code. */
final class JournalFormat {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();
  private static final TypeReference<List<ExecutionEvent>> EVENTS = new TypeReference<>() {};
  private static final TypeReference<List<StagePip>> PIPS = new TypeReference<>() {};
  private static final ObjectWriter EVENT_WRITER = JSON.writerFor(EVENTS);
  private static final ObjectReader EVENT_READER = JSON.readerFor(EVENTS);
  private static final ObjectReader PIP_READER = JSON.readerFor(PIPS);

  private JournalFormat() {}

  static String write(List<ExecutionEvent> events) {
    return EVENT_WRITER.writeValueAsString(events);
  }

  /**
   * @throws WrittenByNewer where it holds events this version does not know
   */
  static List<ExecutionEvent> read(String events) {
    try {
      return EVENT_READER.readValue(events);
    } catch (InvalidTypeIdException unknown) {
      throw new WrittenByNewer(unknown);
    }
  }

  /** The pips of the top-level stages. */
  static String pips(Run run) {
    return JSON.writeValueAsString(
        run.topLevel().stream()
            .map(
                stage ->
                    new StagePip(
                        stage.plan().name(),
                        stage.status(),
                        needsPerson(run, stage),
                        held(run, stage)))
            .toList());
  }

  static List<StagePip> readPips(String pips) {
    return PIP_READER.readValue(pips);
  }

  /** What it waits for in one sentence; empty when for nothing. */
  static String waiting(Run run) {
    if (!run.waiting().isEmpty() || run.isOver()) {
      return run.waiting();
    }
    RunStage stage = waits(run);
    Waiting waiting = stage == null ? null : stage.state().waiting();
    return stage == null || waiting == null ? "" : stage.plan().name() + ": " + waiting.reason();
  }

  /** The first stage that waits for something; null when none does. */
  static @Nullable RunStage waits(Run run) {
    for (RunStage stage : run.stages().values()) {
      if ((stage.isRunning() || stage.isHeld()) && stage.state().waiting() != null) {
        return stage;
      }
    }
    return null;
  }

  private static boolean held(Run run, RunStage stage) {
    return !run.isOver() && stage.isHeld();
  }

  private static boolean needsPerson(Run run, RunStage stage) {
    return stage.isRunning()
        && (stage.needsPerson()
            || run.children(stage.id()).stream().anyMatch(child -> needsPerson(run, child)));
  }
}
