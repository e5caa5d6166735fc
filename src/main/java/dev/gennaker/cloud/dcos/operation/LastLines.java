package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.FileChunk;
import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.FilesUnavailable;
import dev.gennaker.cloud.InstanceFiles;
import dev.gennaker.cloud.InstanceId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last words of a task, kept with the failure it caused: its sandbox will not be there for
 * ever. That they cannot be had costs nothing but them.
 */
final class LastLines {

  /** Where they stand in a failure's evidence. */
  static final String EVIDENCE = "lastLines";

  private static final int LINES = 20;
  private static final int LONGEST = 500;
  private static final int BYTES = 16_384;

  private final InstanceFiles files;

  LastLines(InstanceFiles files) {
    this.files = files;
  }

  /** Of stderr, or of stdout where that says nothing. */
  Optional<Map<String, Object>> of(String location, String task) {
    InstanceId instance = new InstanceId(location, task);
    for (String name : List.of("stderr", "stdout")) {
      List<String> lines = last(instance, new FilePath(List.of(name)));
      if (!lines.isEmpty()) {
        return Optional.of(
            Map.of("location", location, "instance", task, "file", name, "lines", lines));
      }
    }
    return Optional.empty();
  }

  private List<String> last(InstanceId instance, FilePath file) {
    try {
      long from = Math.max(0, files.size(instance, file) - BYTES);
      FileChunk chunk = files.read(instance, file, from, BYTES);
      String text = new String(chunk.bytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().skip(from > 0 ? 1 : 0).map(LastLines::plain).toList();
      List<String> said = lines.stream().filter(line -> !line.isBlank()).toList();
      return said.subList(Math.max(0, said.size() - LINES), said.size());
    } catch (FilesUnavailable e) {
      return List.of();
    }
  }

  /** Without colours and what else is meant for a terminal. */
  private static String plain(String line) {
    String text = line.replaceAll("\\e\\[[0-9;?]*[ -/]*[@-~]", "").replaceAll("\\p{Cntrl}", " ");
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text.stripTrailing();
  }
}
