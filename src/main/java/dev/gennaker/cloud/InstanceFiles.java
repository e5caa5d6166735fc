package dev.gennaker.cloud;

import java.io.InputStream;
import java.util.List;

/**
 * What instances write, and what lies around them: read from the platform when asked. Every method
 * throws {@link FilesUnavailable} when that is not to be had.
 */
public interface InstanceFiles {

  /** As much as one {@link #read} gives at most. */
  int MOST = 65_536;

  /** The application an instance belongs to; empty when nobody owns it. */
  String application(InstanceId instance);

  /** What lies in a directory, by name. */
  List<FileEntry> list(InstanceId instance, FilePath directory);

  /** How large a file is at this moment. */
  long size(InstanceId instance, FilePath file);

  /**
   * Reads from an offset on.
   *
   * @param most so many bytes, and never more than {@link #MOST}
   * @return fewer where the file ends; none with the file's size beyond its end
   */
  FileChunk read(InstanceId instance, FilePath file, long offset, int most);

  /** A whole file, as it is. The caller closes it. */
  InputStream open(InstanceId instance, FilePath file);
}
