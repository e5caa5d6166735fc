package dev.gennaker.ui.files;

import dev.gennaker.cloud.FileChunk;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of a log as text from the beginning of a line.
 *
 * @param from offset of its first byte
 */
record LogText(long from, String text) {

  /** All of it. */
  static LogText of(FileChunk chunk) {
    return new LogText(chunk.from(), new String(chunk.bytes(), StandardCharsets.UTF_8));
  }

  /** Without the rest of a line that began before it, unless that is all there is. */
  static LogText lines(FileChunk chunk) {
    byte[] bytes = chunk.bytes();
    int start = 0;
    while (chunk.from() > 0 && start < bytes.length && bytes[start] != '\n') {
      start++;
    }
    if (chunk.from() == 0 || start + 1 >= bytes.length) {
      return of(chunk);
    }
    return of(
        new FileChunk(
            chunk.from() + start + 1, Arrays.copyOfRange(bytes, start + 1, bytes.length)));
  }

  /** Whether these bytes are meant for programs and not for people. */
  static boolean binary(FileChunk chunk) {
    for (byte one : chunk.bytes()) {
      if (one == 0) {
        return true;
      }
    }
    return false;
  }
}
