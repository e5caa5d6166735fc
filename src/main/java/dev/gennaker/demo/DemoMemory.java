package dev.gennaker.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * What the demo must know before there is a database: whether the history was made, so that the
 * clusters start as it left them.
 */
record DemoMemory(Path folder) {

  /**
   * The release of the history.
   *
   * @param execution id of the execution that deployed what now runs
   */
  record Released(String execution, Instant at) {}

  Optional<Released> released() {
    if (!Files.isReadable(file())) {
      return Optional.empty();
    }
    Properties saved = new Properties();
    try (Reader in = Files.newBufferedReader(file())) {
      saved.load(in);
      return Optional.of(
          new Released(
              saved.getProperty("execution", ""), Instant.parse(saved.getProperty("at", ""))));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  void release(Released released) {
    Properties saved = new Properties();
    saved.setProperty("execution", released.execution());
    saved.setProperty("at", released.at().toString());
    try {
      Files.createDirectories(folder);
      try (Writer out = Files.newBufferedWriter(file())) {
        saved.store(out, "The demo's history; without this file its clusters start as before it.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    return folder.resolve("demo.properties");
  }
}
