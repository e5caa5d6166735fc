package dev.gennaker.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What migrations may do, so that nodes of the version before go on beside the new ones. */
class MigrationsTests {

  private static final Path FOLDER = Path.of("db/migration");

  /** Made before anything was released. */
  private static final List<String> BEFORE_RELEASES = List.of("execution/V2__order_of_turns.sql");

  private static final Pattern BREAKS =
      Pattern.compile(
          "\\bdrop\\b|\\brename\\b|\\bset not null\\b|\\badd column\\b(?![^;]*\\bdefault\\b)[^;]*\\bnot null\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void onlyAdd() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      assertThat(files.filter(file -> file.toString().endsWith(".sql")))
          .isNotEmpty()
          .filteredOn(file -> !BEFORE_RELEASES.contains(FOLDER.relativize(file).toString()))
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file)).as("%s", file).doesNotContainPattern(BREAKS));
    }
  }
}
