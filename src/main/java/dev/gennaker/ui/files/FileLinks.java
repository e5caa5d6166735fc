package dev.gennaker.ui.files;

import dev.gennaker.cloud.FilePath;
import dev.gennaker.cloud.InstanceId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the files of instances. */
public final class FileLinks {

  private FileLinks() {}

  /** The page of an instance's files, with its stdout open. */
  public static String of(InstanceId instance) {
    return "clusters/%s/tasks/%s/files"
        .formatted(encoded(instance.location()), encoded(instance.name()));
  }

  /** With this file open. */
  public static String of(InstanceId instance, String file) {
    return of(instance) + "?file=" + encoded(file);
  }

  /** With a directory shown beside the open file; an empty file leaves it out. */
  static String of(InstanceId instance, FilePath directory, String file) {
    String path = of(instance) + "?path=" + encoded(directory.toString());
    return file.isEmpty() ? path : path + "&file=" + encoded(file);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
