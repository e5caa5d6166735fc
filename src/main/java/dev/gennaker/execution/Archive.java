package dev.gennaker.execution;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;

/** Executions as files: what is exported, and what is kept of those that go. */
@Component
class Archive {

  private final Journal journal;
  private final RetentionSettings settings;

  Archive(Journal journal, RetentionSettings settings) {
    this.journal = journal;
    this.settings = settings;
  }

  /** Everything that happened in it, as JSON; it reads back as the same execution. */
  String export(Run run) {
    return "{\"format\":1,\"id\":\"%s\",\"events\":%s}"
        .formatted(run.id(), JournalFormat.write(journal.events(run.id())));
  }

  /**
   * Writes it to {@code year/month/application/id.json.gz}, whole or not at all; does nothing where
   * no folder is set.
   *
   * @throws UncheckedIOException where it cannot be written; it must then be kept
   */
  void keep(Run run) {
    if (settings.archive() == null) {
      return;
    }
    var created = run.created().at().atOffset(ZoneOffset.UTC);
    Path folder =
        settings
            .archive()
            .resolve("%d/%02d".formatted(created.getYear(), created.getMonthValue()))
            .resolve(safe(run.created().application()));
    Path file = folder.resolve(safe(run.id()) + ".json.gz");
    Path unfinished = folder.resolve(safe(run.id()) + ".tmp");
    try {
      Files.createDirectories(folder);
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(unfinished))) {
        out.write(export(run).getBytes(StandardCharsets.UTF_8));
      }
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Execution %s could not be archived in %s".formatted(run.id(), folder), e);
    }
  }

  /** Names come from people: they must not lead elsewhere. */
  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9_-]", "_");
  }
}
