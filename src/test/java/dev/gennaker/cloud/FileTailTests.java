package dev.gennaker.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gennaker.cloud.FileTail.Piece;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Following a file that grows, is rotated or cut, and paths that stay where they belong. */
class FileTailTests {

  private static final FilePath FILE = new FilePath(List.of("stdout"));

  private final Map<String, byte[]> contents = new HashMap<>();
  private final FileTail tail =
      new FileTail(new OneInstance(), new InstanceId("east", "task"), FILE);

  private void write(String name, String text) {
    contents.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private String next() {
    return tail.next().map(FileTailTests::text).orElse("");
  }

  private static String text(Piece piece) {
    return (piece.restarted() ? "again:" : "")
        + new String(piece.chunk().bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsOnlyWhatIsNew() {
    write("stdout", "one\n");
    assertThat(next()).isEqualTo("one\n");
    assertThat(next()).isEmpty();
    write("stdout", "one\ntwo\n");
    assertThat(next()).isEqualTo("two\n");
  }

  @Test
  void beginsNearTheEnd() {
    write("stdout", "x".repeat(100_000) + "end");
    Piece piece = tail.next().orElseThrow();
    assertThat(piece.chunk().from()).isEqualTo(100_003 - InstanceFiles.MOST);
    assertThat(text(piece)).hasSize(InstanceFiles.MOST).endsWith("end");
  }

  @Test
  void goesOnWhereARotatedFileWasLeft() {
    write("stdout", "one\n");
    next();
    write("stdout.1", "one\ntwo\n");
    write("stdout", "3\n");

    assertThat(next()).isEqualTo("two\n");
    assertThat(next()).isEqualTo("again:3\n");
    assertThat(next()).isEmpty();
  }

  @Test
  void beginsAnewWhenAFileWasCut() {
    write("stdout", "one\ntwo\n");
    next();
    write("stdout", "3\n");
    assertThat(next()).isEqualTo("again:3\n");
  }

  @Test
  void waitsForTheOtherHalfOfACharacter() {
    byte[] all = "grüße €\n".getBytes(StandardCharsets.UTF_8);
    StringBuilder read = new StringBuilder();
    for (int i = 1; i <= all.length; i++) {
      contents.put("stdout", Arrays.copyOf(all, i));
      read.append(next());
    }
    assertThat(read).hasToString("grüße €\n");
  }

  @Test
  void showsBytesThatAreNoCharacters() {
    contents.put("stdout", new byte[] {(byte) 0xff, 'a', (byte) 0x80, (byte) 0x80, (byte) 0x80});
    assertThat(tail.next().orElseThrow().chunk().bytes()).hasSize(5);
  }

  @Test
  void knowsNoPathThatLeadsOut() {
    for (String bad : List.of("/etc", "..", "a/../b", "a//b", "a/", ".", "a/./b", "a\nb", "a\0")) {
      assertThat(FilePath.of(bad)).as(bad).isEmpty();
    }
    assertThat(FilePath.of("")).contains(FilePath.TOP);
    assertThat(FilePath.of("a/b..c").orElseThrow().parent()).hasToString("a");
  }

  /** The files above, as a provider would give them. */
  private final class OneInstance implements InstanceFiles {

    private byte[] bytes(FilePath file) {
      byte[] bytes = contents.get(file.toString());
      if (bytes == null) {
        throw new FilesUnavailable(FilesUnavailable.Why.NO_SUCH_FILE, "no " + file);
      }
      return bytes;
    }

    @Override
    public String application(InstanceId instance) {
      return "";
    }

    @Override
    public List<FileEntry> list(InstanceId instance, FilePath directory) {
      return List.of();
    }

    @Override
    public long size(InstanceId instance, FilePath file) {
      return bytes(file).length;
    }

    @Override
    public FileChunk read(InstanceId instance, FilePath file, long offset, int most) {
      byte[] all = bytes(file);
      int from = (int) Math.min(all.length, offset);
      return new FileChunk(
          from, Arrays.copyOfRange(all, from, (int) Math.min(all.length, (long) from + most)));
    }

    @Override
    public InputStream open(InstanceId instance, FilePath file) {
      return InputStream.nullInputStream();
    }
  }
}
