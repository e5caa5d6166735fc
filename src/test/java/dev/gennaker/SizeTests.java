package dev.gennaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Files stay readable in one sitting: 300 lines is the ceiling, in code, tests and client code
 * alike.
 */
class SizeTests {

  private static final int CEILING = 300;

  @Test
  void keepsEveryFileUnderTheCeiling() throws IOException {
    assertThat(
            Stream.of("src", "frontend")
                .filter(root -> Files.exists(Path.of(root)))
                .flatMap(SizeTests::tooLong)
                .toList())
        .isEmpty();
  }

  private static Stream<String> tooLong(String root) {
    try (Stream<Path> files = Files.walk(Path.of(root))) {
      List<String> found =
          files
              .filter(f -> f.toString().matches(".*\\.(java|tsx?|css)"))
              .filter(f -> !f.toString().matches(".*/(generated|node_modules|bundles)/.*"))
              .filter(f -> lines(f) > CEILING)
              .map(f -> f + ": " + lines(f) + " lines")
              .toList();
      return found.stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
