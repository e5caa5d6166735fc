package dev.gennaker.cloud;

import java.util.Arrays;
import java.util.Optional;

/**
 * Follows a file from a point near its end. Notices when it was rotated or cut: then what was still
 * unread of the former file is read where rotation puts it, and the new one from its beginning. Not
 * for several threads.
 */
public final class FileTail {

  private final InstanceFiles files;
  private final InstanceId instance;
  private final FilePath file;
  private long position = -1;
  private boolean restarted;

  public FileTail(InstanceFiles files, InstanceId instance, FilePath file) {
    this.files = files;
    this.instance = instance;
    this.file = file;
  }

  /**
   * Something new.
   *
   * @param restarted whether it comes from the beginning of a new file
   */
  public record Piece(FileChunk chunk, boolean restarted) {}

  /**
   * Looks once; called again and again. The first look gives the end of what is there.
   *
   * @return empty when nothing is new
   */
  public Optional<Piece> next() {
    long size = files.size(instance, file);
    if (position < 0) {
      position = Math.max(0, size - InstanceFiles.MOST);
    }
    if (size < position) {
      Optional<Piece> rest = rest();
      position = 0;
      restarted = true;
      if (rest.isPresent()) {
        return rest;
      }
    }
    if (size <= position) {
      return Optional.empty();
    }
    int most = (int) Math.min(InstanceFiles.MOST, size - position);
    FileChunk chunk = files.read(instance, file, position, most);
    // A character that is only half there is read again with its other half.
    int whole = Characters.whole(chunk.bytes());
    FileChunk shown = new FileChunk(chunk.from(), Arrays.copyOf(chunk.bytes(), whole));
    position = shown.end();
    if (shown.bytes().length == 0) {
      return Optional.empty();
    }
    Piece piece = new Piece(shown, restarted);
    restarted = false;
    return Optional.of(piece);
  }

  /** What was not read yet of the file that is now called {@code <name>.1}. */
  private Optional<Piece> rest() {
    FilePath former = FilePath.of(file + ".1").orElse(file);
    try {
      FileChunk chunk = files.read(instance, former, position, InstanceFiles.MOST);
      return chunk.bytes().length == 0 || chunk.from() != position
          ? Optional.empty()
          : Optional.of(new Piece(chunk, false));
    } catch (FilesUnavailable cut) {
      return Optional.empty();
    }
  }
}
