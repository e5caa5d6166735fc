package dev.gennaker.execution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results as a Markdown table; each is also printed when it is known. */
final class BenchTable {

  private final List<String> columns = new ArrayList<>();
  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  void column(String name) {
    columns.add(name);
  }

  void put(String row, String value) {
    rows.computeIfAbsent(row, _ -> new LinkedHashMap<>()).put(columns.getLast(), value);
    System.err.println(columns.getLast() + ": " + row + ": " + value);
  }

  void print() {
    System.out.println("| work | " + String.join(" | ", columns) + " |");
    System.out.println("|---|" + "---|".repeat(columns.size()));
    rows.forEach(
        (row, values) -> {
          List<String> cells = columns.stream().map(c -> values.getOrDefault(c, "–")).toList();
          System.out.println("| " + row + " | " + String.join(" | ", cells) + " |");
        });
  }
}
