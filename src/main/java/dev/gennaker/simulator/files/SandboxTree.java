package dev.gennaker.simulator.files;

import dev.gennaker.simulator.marathon.Heart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What lies in one sandbox at this moment. */
final class SandboxTree {

  /** Older files of a log that are kept, as DC/OS does. */
  private static final int KEPT = 9;

  private static final int ARTIFACT = 4096;

  private final Map<String, SandboxFile> files = new LinkedHashMap<>();

  SandboxTree(Sandbox sandbox, Heart heart) {
    Instant ended = sandbox.ended();
    Instant now = ended == null ? heart.now() : ended;
    double seconds =
        heart.secondsSince(sandbox.begun()) - (ended == null ? 0 : heart.secondsSince(ended));
    add(SandboxFile.folder("", now));
    add(SandboxFile.folder("conf", sandbox.begun()));
    byte[] properties =
        "task=%s\nagent=%s\n"
            .formatted(sandbox.task(), sandbox.agent().host())
            .getBytes(StandardCharsets.UTF_8);
    add(bytes("conf/app.properties", properties, sandbox.begun()));
    add(bytes("artifact.tgz", artifact(sandbox), sandbox.begun()));
    log("stderr", new LogText(sandbox, true, now, seconds), sandbox);
    log("stdout", new LogText(sandbox, false, now, seconds), sandbox);
  }

  @Nullable SandboxFile find(String path) {
    return files.get(path);
  }

  List<SandboxFile> in(SandboxFile folder) {
    String start = folder.path().isEmpty() ? "" : folder.path() + "/";
    return files.values().stream()
        .filter(file -> !file.path().isEmpty() && file.path().startsWith(start))
        .filter(file -> file.path().indexOf('/', start.length()) < 0)
        .toList();
  }

  private void log(String name, LogText text, Sandbox sandbox) {
    // Whole lines only, and one at least.
    long most = Math.max(1, sandbox.log().rotate() / LogText.LINE) * LogText.LINE;
    long rotated = text.size() == 0 ? 0 : (text.size() - 1) / most;
    for (long older = Math.min(KEPT, rotated); older >= 0; older--) {
      long from = (rotated - older) * most;
      long end = older == 0 ? text.size() : from + most;
      add(
          new SandboxFile(
              older == 0 ? name : name + "." + older,
              false,
              end - from,
              end == 0 ? sandbox.begun() : text.written(end),
              (offset, length) ->
                  text.read(from + offset, (int) Math.min(length, end - from - offset))));
    }
  }

  private static SandboxFile bytes(String path, byte[] bytes, Instant modified) {
    return new SandboxFile(
        path,
        false,
        bytes.length,
        modified,
        (from, length) ->
            Arrays.copyOfRange(bytes, (int) from, (int) Math.min(bytes.length, from + length)));
  }

  private static byte[] artifact(Sandbox sandbox) {
    byte[] bytes = new byte[ARTIFACT];
    long hash = sandbox.task().hashCode();
    for (int i = 0; i < bytes.length; i++) {
      hash = LogText.mixed(hash + i);
      bytes[i] = (byte) hash;
    }
    bytes[0] = 0x1f;
    bytes[1] = (byte) 0x8b;
    bytes[2] = 0;
    return bytes;
  }

  private void add(SandboxFile file) {
    files.put(file.path(), file);
  }
}
