package dev.gennaker.execution;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU time used since it was made, by this process and by the store's. */
final class BenchCpu {

  private static final double TICKS_PER_SECOND = 100;

  /** Servers of others, which were there before ours. */
  private static final Set<Long> OTHERS = postgres().collect(Collectors.toSet());

  private final double from = used();

  /** To be called before the store is started. */
  static void begin() {
    // loading the class was all
  }

  double seconds() {
    return used() - from;
  }

  /** CPU time of each platform thread so far, nanoseconds by name; pools under one name. */
  static Map<String, Long> threads() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull)
        .collect(
            Collectors.toMap(
                info -> info.getThreadName().replaceAll("[0-9]+", "n"),
                info -> Math.max(0, threads.getThreadCpuTime(info.getThreadId())),
                Long::sum));
  }

  /** The four that used most since, in cores; the JVM's own threads are not among them. */
  static String busiest(Map<String, Long> before, int seconds) {
    return threads().entrySet().stream()
        .map(
            e ->
                Map.entry(
                    e.getKey(),
                    (e.getValue() - before.getOrDefault(e.getKey(), 0L)) / 1e9 / seconds))
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(4)
        .map(e -> "%s %.4f".formatted(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static double used() {
    ProcessHandle me = ProcessHandle.current();
    return Stream.concat(Stream.of(me.pid()), postgres().filter(pid -> !OTHERS.contains(pid)))
        .mapToDouble(BenchCpu::of)
        .sum();
  }

  /** The embedded server may have left our process tree. */
  private static Stream<Long> postgres() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .map(ProcessHandle::pid);
  }

  /** User and system time, of its ended children too. */
  private static double of(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    } catch (IOException gone) {
      return 0;
    }
  }
}
