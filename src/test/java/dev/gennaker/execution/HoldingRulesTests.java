package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.execution.ExecutionEvent.StageEnded;
import dev.gennaker.execution.ExecutionEvent.StageRetried;
import dev.gennaker.stage.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Stages that have to wait before they start, as {@code docs/engine-rules.md} says. */
class HoldingRulesTests {

  static Stream<List<String>> retries() {
    return RuleRows.below("Trying again");
  }

  @ParameterizedTest
  @MethodSource("retries")
  void triesAgainAsThePolicySays(List<String> row) {
    Map<String, Object> retry = pairs(row.get(0));
    StageDraft draft = new StageDraft(Drawn.stage("a=RUNNING"));
    draft.context = retry.isEmpty() ? Map.of() : Map.of("retry", retry);
    draft.retries = Integer.parseInt(row.get(1)) - 1;
    Failure failure = new Failure("planted", row.get(2).equals("transient"), Map.of());

    ExecutionEvent event =
        Rules.orRetry(
            draft.freeze(),
            new StageEnded(Drawn.NOW, "a", ExecutionStatus.TERMINAL, Map.of(), failure, ""),
            Drawn.NOW);

    assertThat(
            event instanceof StageRetried retried
                ? "again in " + Rules.words(Duration.between(Drawn.NOW, retried.next()))
                : "ends")
        .isEqualTo(row.get(3));
  }

  static Stream<List<String>> windows() {
    return RuleRows.below("Execution windows");
  }

  @ParameterizedTest
  @MethodSource("windows")
  void opensAsTheWindowSays(List<String> row) {
    List<Problem> problems = new ArrayList<>();
    ExecutionWindow window =
        ExecutionWindow.read(
            Map.of(
                "timeZone", row.get(0),
                "days", words(row.get(1), " "),
                "whitelist",
                    words(row.get(2), ", ").stream().map(HoldingRulesTests::hours).toList()),
            ZoneOffset.ofHours(7),
            problems);

    assertThat(problems).isEmpty();
    assertThat(window.opening(utc(row.get(3)))).contains(utc(row.get(4)));
  }

  @ParameterizedTest
  @CsvSource({
    "timeZone, Atlantis, $.timeZone",
    "days, 8, $.days",
    "days, 0, $.days",
    "days, monday, $.days",
    "whitelist, nine to five, $.whitelist",
  })
  void saysWhatIsWrongWithAWindow(String key, String value, String path) {
    List<Problem> problems = new ArrayList<>();
    Object written = key.equals("days") ? List.of(value) : value;

    ExecutionWindow.read(Map.of(key, written), ZoneOffset.UTC, problems);

    assertThat(problems).singleElement().extracting(Problem::path).asString().startsWith(path);
  }

  @Test
  void delaysAtRandomButTheSameEachTime() {
    ExecutionWindow window =
        ExecutionWindow.read(
            Map.of(
                "jitter",
                Map.of("enabled", true, "minDelay", 10, "maxDelay", 2000, "skipManual", true)),
            ZoneOffset.UTC,
            new ArrayList<>());

    List<Duration> delays =
        Stream.of("a", "b", "c", "d", "e", "f").map(id -> window.delay(id, 0, false)).toList();

    assertThat(delays)
        .allMatch(delay -> delay.toSeconds() >= 10 && delay.toSeconds() <= 2000)
        .doesNotHaveDuplicates()
        .first()
        .isEqualTo(window.delay("a", 0, false));
    assertThat(window.delay("a", 0, true)).isZero();
  }

  private static Map<String, Object> pairs(String cell) {
    Map<String, Object> pairs = new HashMap<>();
    words(cell, ", ").forEach(pair -> pairs.put(pair.split("=")[0], pair.split("=")[1]));
    return pairs;
  }

  private static List<String> words(String cell, String between) {
    return cell.isEmpty() ? List.of() : Arrays.asList(cell.split(between));
  }

  private static Map<String, Object> hours(String range) {
    String[] parts = range.split("[-:]");
    return Map.of(
        "startHour", parts[0], "startMin", parts[1], "endHour", parts[2], "endMin", parts[3]);
  }

  private static Instant utc(String written) {
    return LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
  }
}
