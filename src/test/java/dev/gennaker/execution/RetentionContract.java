package dev.gennaker.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What ended long ago goes, but not all of it, and not without a trace. */
abstract class RetentionContract extends EngineScene {

  @TempDir Path folder;
  @Autowired Journal journal;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void keepsTheNewestOfEachPipelineAndWhatHasNotEnded() {
    scripted.script(
        "for ever",
        s ->
            new dev.gennaker.stage.Outcome.Held(
                dev.gennaker.stage.Waiting.on("for ever"), null, Map.of()));
    String waiting = start("kept", List.of(Runs.scripted("1", "held", "for ever")));
    List<String> ended = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      crank(Duration.ofMinutes(1));
      ended.add(start("kept", Runs.chain("a")));
      awaitEnd(ended.getLast());
    }
    crank(Duration.ofDays(10));
    String young = start("kept", Runs.chain("a"));
    awaitEnd(young);

    assertThat(retention(Duration.ofDays(5), 3, null).letGo()).isEqualTo(3);

    assertThat(ended.subList(0, 3)).allMatch(id -> executions.find(id, DEV).isEmpty());
    assertThat(List.of(ended.get(3), ended.get(4), young, waiting))
        .allMatch(id -> executions.find(id, DEV).isPresent());
    assertThat(journal.events(ended.getFirst())).isEmpty();
    assertThat(retention(Duration.ZERO, 0, null).letGo()).isZero();
  }

  @Test
  void writesWhatGoesIntoTheArchiveAsItWas() throws IOException {
    String id = start("archived", Runs.chain("a", "b"));
    Execution before = awaitEnd(id);
    crank(Duration.ofDays(10));

    retention(Duration.ofDays(5), 0, folder).letGo();

    try (Stream<Path> files = Files.walk(folder)) {
      Path file =
          files
              .filter(f -> f.getFileName().toString().equals(id + ".json.gz"))
              .findFirst()
              .orElseThrow();
      JsonNode json = JsonMapper.shared().readTree(unzipped(file));
      assertThat(Run.of(id, JournalFormat.read(json.path("events").toString())).view())
          .isEqualTo(before);
    }
    assertThat(executions.find(id, DEV)).isEmpty();
  }

  @Test
  void keepsWhatCannotBeArchived() throws IOException {
    String id = start("stuck", Runs.chain("a"));
    awaitEnd(id);
    crank(Duration.ofDays(10));
    Path file = Files.createFile(folder.resolve("a-file"));

    retention(Duration.ofDays(5), 0, file).letGo();

    assertThat(executions.find(id, DEV)).isPresent();
  }

  private Retention retention(Duration age, int keep, Path archive) {
    RetentionSettings settings = new RetentionSettings(age, keep, Duration.ZERO, archive);
    return new Retention(
        settings, new Archive(journal, settings), journal, jdbc, transactions, clock);
  }

  private String start(String pipeline, List<Map<String, Object>> stages) {
    return executions.start(Runs.request(Map.of("id", pipeline, "stages", stages), Map.of()), DEV);
  }

  private static String unzipped(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
