package dev.gennaker.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The tables of {@code docs/engine-rules.md}. */
final class RuleRows {

  private RuleRows() {}

  /** The cells of the rows below a heading; a dash is empty. */
  static Stream<List<String>> below(String heading) {
    List<String> lines;
    try {
      lines = Files.readAllLines(Path.of("docs/engine-rules.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines.stream()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(RuleRows::cells);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
        .map(String::strip)
        .map(cell -> cell.equals("–") ? "" : cell)
        .toList();
  }
}
