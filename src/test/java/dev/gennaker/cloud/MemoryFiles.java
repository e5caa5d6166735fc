package dev.gennaker.cloud;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Every instance in memory has written two lines, and has a folder with a setting. */
record MemoryFiles(MemoryCloud cloud) implements InstanceFiles {

  private static final byte[] WRITTEN = "one\ntwo <b>\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public String application(InstanceId instance) {
    return cloud.serverGroups().stream()
        .filter(group -> group.location().equals(instance.location()))
        .filter(group -> group.instances().stream().anyMatch(i -> i.id().equals(instance.name())))
        .map(ServerGroup::application)
        .findFirst()
        .orElseThrow(
            () ->
                new FilesUnavailable(
                    FilesUnavailable.Why.GONE, "Nobody knows " + instance.name() + "."));
  }

  @Override
  public List<FileEntry> list(InstanceId instance, FilePath directory) {
    return directory.isTop()
        ? List.of(entry("conf", true), entry("stderr", false), entry("stdout", false))
        : List.of(entry("conf/setting", false));
  }

  private static FileEntry entry(String path, boolean folder) {
    return new FileEntry(
        FilePath.of(path).orElseThrow(), folder, WRITTEN.length, MemoryCloud.START);
  }

  @Override
  public long size(InstanceId instance, FilePath file) {
    return bytes(file).length;
  }

  @Override
  public FileChunk read(InstanceId instance, FilePath file, long offset, int most) {
    byte[] all = bytes(file);
    int from = (int) Math.min(all.length, offset);
    return new FileChunk(from, Arrays.copyOfRange(all, from, Math.min(all.length, from + most)));
  }

  @Override
  public InputStream open(InstanceId instance, FilePath file) {
    return new ByteArrayInputStream(bytes(file));
  }

  private static byte[] bytes(FilePath file) {
    return switch (file.toString()) {
      case "stdout", "conf/setting" -> WRITTEN;
      case "stderr" -> new byte[0];
      default ->
          throw new FilesUnavailable(
              FilesUnavailable.Why.NO_SUCH_FILE, "There is no %s.".formatted(file));
    };
  }
}
