package dev.gennaker.product;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * The real {@code bin/run} in a checkout of its own, where building is already done: Maven runs
 * these tests and cannot run below itself, so the jar there points at the classes being tested.
 */
final class BinRun {

  private static final List<String> SCRIPTS = List.of("bin/run", "tools/jdk", "tools/java-flags");

  private final Path checkout;

  BinRun(Path checkout) throws IOException {
    this.checkout = checkout;
    for (String script : SCRIPTS) {
      Path copy = checkout.resolve(script);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of(script), copy);
      copy.toFile().setExecutable(true);
    }
    Path build = Files.writeString(checkout.resolve("tools/build"), "#!/bin/sh\n");
    build.toFile().setExecutable(true);
    Path jar = checkout.resolve("target/run/app/gennaker.jar");
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.gennaker.Gennaker");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classes());
    try (OutputStream out = Files.newOutputStream(jar)) {
      new JarOutputStream(out, manifest).close();
    }
  }

  private static String classes() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .map(entry -> Path.of(entry).toUri().toString())
        .collect(Collectors.joining(" "));
  }

  Path file(String path) {
    return checkout.resolve(path);
  }

  /** Runs it to its end and returns what it said. */
  Ended run(String... arguments) throws IOException, InterruptedException {
    try (Running running = start(arguments)) {
      return running.end();
    }
  }

  Running start(String... arguments) throws IOException {
    // Whoever starts tests in the background has Ctrl-C ignored, and children inherit that.
    List<String> command =
        new ArrayList<>(
            List.of("env", "--default-signal=INT", checkout.resolve("bin/run").toString()));
    command.addAll(List.of(arguments));
    Path said = Files.createTempFile(checkout, "said", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    return new Running(process, said);
  }

  /**
   * @param said standard output and errors, without the last line end
   */
  record Ended(int status, String said) {}

  /** A script that is running. */
  record Running(Process process, Path file) implements AutoCloseable {

    String said() throws IOException {
      return Files.readString(file).strip();
    }

    /** Waits until it has printed something. */
    String saying(String part) {
      return await("bin/run says " + part)
          .atMost(Duration.ofMinutes(2))
          .failFast("it ended: " + file, () -> !process.isAlive())
          .until(this::said, said -> said.contains(part));
    }

    /** What Ctrl-C does. */
    Ended interrupt() throws IOException, InterruptedException {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
      return end();
    }

    Ended end() throws IOException, InterruptedException {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("bin/run goes on after two minutes: " + said());
      }
      return new Ended(process.exitValue(), said());
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
