package dev.gennaker.execution;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The class path and cache with which nodes start in half the time; where it cannot be made they
 * start without.
 */
final class CrashCache {

  private final Path folder;
  private final String classPath;
  private boolean made;

  /**
   * @param folder where it is put
   */
  CrashCache(Path folder) {
    this.folder = folder;
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = new ArrayList<>();
    Arrays.stream(all.split(File.pathSeparator))
        .filter(entry -> !entry.isBlank())
        .forEach(entry -> entries.add(Files.isDirectory(Path.of(entry)) ? jar(entry) : entry));
    classPath = String.join(File.pathSeparator, entries);
  }

  String classPath() {
    return classPath;
  }

  List<String> options() {
    return made ? List.of("-XX:AOTCache=" + folder.resolve("nodes.aot")) : List.of();
  }

  /** Starts one node that ends by itself, and keeps what it loaded. */
  void make(String... properties) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx200m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dtrain=true", "-XX:AOTCacheOutput=" + folder.resolve("nodes.aot")));
    command.addAll(List.of("-cp", classPath, CrashNode.class.getName()));
    command.addAll(List.of(properties));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("training.txt").toFile())
            .start();
    made = process.waitFor(3, TimeUnit.MINUTES) && Files.exists(folder.resolve("nodes.aot"));
  }

  /** The cache takes jars only. */
  private String jar(String classes) {
    Path root = Path.of(classes);
    Path jar = folder.resolve("classes-" + Integer.toHexString(classes.hashCode()) + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(root)) {
      for (Path each : files.sorted().toList()) {
        String name = root.relativize(each).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(each)) {
          if (!name.isEmpty()) {
            out.putNextEntry(new ZipEntry(name + "/"));
            out.closeEntry();
          }
        } else {
          out.putNextEntry(new ZipEntry(name));
          Files.copy(each, out);
          out.closeEntry();
        }
      }
      return jar.toString();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("no jar of " + classes, e);
    }
  }
}
