package dev.gennaker.cloud;

/**
 * Some bytes of a file.
 *
 * @param from their offset; the file's size where there are none
 */
public record FileChunk(long from, byte[] bytes) {

  /** The offset after them. */
  public long end() {
    return from + bytes.length;
  }
}
