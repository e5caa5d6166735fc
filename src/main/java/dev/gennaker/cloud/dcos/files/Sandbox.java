package dev.gennaker.cloud.dcos.files;

import dev.gennaker.cloud.FilePath;

/**
 * Where a task writes: it stays the same for all its life and after.
 *
 * @param directory as the agent calls it
 * @param application who owns the task; empty for nobody
 */
record Sandbox(String agent, String directory, String application) {

  /** What the agent calls something in it. */
  String at(FilePath path) {
    return path.isTop() ? directory : directory + "/" + path;
  }
}
