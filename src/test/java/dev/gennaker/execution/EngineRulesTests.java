package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.Begun;
import dev.gennaker.execution.ExecutionEvent.CancelAsked;
import dev.gennaker.execution.ExecutionEvent.Ended;
import dev.gennaker.execution.ExecutionEvent.Limits;
import dev.gennaker.execution.ExecutionEvent.Queued;
import dev.gennaker.execution.ExecutionEvent.StageEnded;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of {@code docs/engine-rules.md} is so. */
class EngineRulesTests {

  static Stream<List<String>> failed() {
    return RuleRows.below("What a failed stage becomes");
  }

  @ParameterizedTest
  @MethodSource("failed")
  void followTheFailureMode(List<String> row) {
    String words = row.get(0).replace(",", "");
    RunStage stage = Drawn.stage("a=RUNNING[" + words + "]");

    assertThat(Rules.failed(stage)).hasToString(row.get(1));
  }

  static Stream<List<String>> results() {
    return RuleRows.below("How an execution ends");
  }

  @ParameterizedTest
  @MethodSource("results")
  void combineStagesIntoTheResult(List<String> row) {
    assertThat(Rules.result(Drawn.stages(row.get(0)))).hasToString(row.get(1));
  }

  static Stream<List<String>> parents() {
    return RuleRows.below("How a stage ends whose children cannot go on");
  }

  @ParameterizedTest
  @MethodSource("parents")
  void combineChildrenIntoTheParent(List<String> row) {
    RunStage parent = Drawn.stage("p=RUNNING[" + row.get(0) + "]");

    assertThat(Rules.closed(parent, Drawn.stages(row.get(1)))).hasToString(row.get(2));
  }

  static Stream<List<String>> moves() {
    return RuleRows.below("What happens next");
  }

  @ParameterizedTest
  @MethodSource("moves")
  void decideWhatHappensNext(List<String> row) {
    Run run = Drawn.run(row.get(0), row.get(1));

    assertThat(
            Interpreter.decide(run, Drawn.NOW).stream()
                .map(EngineRulesTests::written)
                .collect(Collectors.joining(", ")))
        .isEqualTo(row.get(2));
  }

  static Stream<List<String>> turns() {
    return RuleRows.below("Turns of one pipeline");
  }

  @ParameterizedTest
  @MethodSource("turns")
  void takeTurns(List<String> row) {
    Limits limits =
        new Limits(false, Integer.parseInt(row.get(0)), Boolean.parseBoolean(row.get(1)), null);
    Run me = new Fold("me", Drawn.created(limits)).run();

    ExecutionEvent answer = Lanes.answer(me, others(row.get(2)), others(row.get(3)), Drawn.NOW);

    assertThat(
            switch (answer) {
              case Begun begun -> "begins";
              case Queued queued -> "waits";
              case CancelAsked asked -> "is superseded";
              default -> answer.toString();
            })
        .isEqualTo(row.get(4));
  }

  private static List<Lanes.Other> others(String ids) {
    return ids.isEmpty()
        ? List.of()
        : Arrays.stream(ids.split(", "))
            .map(
                id ->
                    new Lanes.Other(
                        id.replaceAll("[*+]", ""), id.endsWith("*"), id.endsWith("+"), "ann"))
            .toList();
  }

  private static String written(Move move) {
    return switch (move) {
      case Move.Begin begin -> "begin";
      case Move.Look look -> "look " + look.stageId();
      case Move.Stop stop -> "stop " + stop.stageId() + " " + stop.status();
      case Move.Note note ->
          switch (note.event()) {
            case Ended ended -> "end " + ended.status();
            case StageEnded ended -> "close " + ended.stageId() + " " + ended.status();
            case CancelAsked asked -> "cancel";
            default -> note.event().toString();
          };
    };
  }
}
