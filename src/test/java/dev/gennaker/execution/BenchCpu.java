package dev.gennaker.execution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** CPU time used since it was made, by this process and by the store's processes below it. */
final class BenchCpu {

  private static final double TICKS_PER_SECOND = 100;

  private final double from = used();

  double seconds() {
    return used() - from;
  }

  private static double used() {
    ProcessHandle me = ProcessHandle.current();
    return Stream.concat(Stream.of(me.pid()), postgres()).mapToDouble(BenchCpu::of).sum();
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
