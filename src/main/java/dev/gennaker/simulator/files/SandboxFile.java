package dev.gennaker.simulator.files;

import dev.gennaker.simulator.marathon.Json;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something in a sandbox.
 *
 * @param path below the sandbox; empty for the sandbox itself
 */
record SandboxFile(String path, boolean directory, long size, Instant modified, Content content) {

  /** What is in a file. */
  interface Content {
    byte[] read(long from, int length);
  }

  static SandboxFile folder(String path, Instant modified) {
    return new SandboxFile(path, true, 4096, modified, (from, length) -> new byte[0]);
  }

  /** As browse shows it. */
  ObjectNode view(String root) {
    return Json.object("path", root + "/" + path)
        .put("mode", directory ? "drwxr-xr-x" : "-rw-r--r--")
        .put("nlink", directory ? 2 : 1)
        .put("uid", "nobody")
        .put("gid", "nobody")
        .put("size", size)
        .put("mtime", modified.getEpochSecond());
  }
}
