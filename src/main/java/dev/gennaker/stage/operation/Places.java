package dev.gennaker.stage.operation;

import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Accounts and regions as stages write them. */
final class Places {

  private Places() {}

  static List<String> of(@Nullable List<String> regions) {
    return regions == null
        ? List.of()
        : regions.stream().map(region -> region.replace('/', '_')).distinct().toList();
  }

  static List<Problem> problems(@Nullable String credentials, @Nullable List<String> regions) {
    List<Problem> problems = new ArrayList<>();
    if (credentials == null || credentials.isBlank()) {
      problems.add(
          Problem.error("$.credentials", "It says no account.", "Choose the account to act with."));
    }
    if (regions == null || regions.isEmpty()) {
      problems.add(
          Problem.error("$.regions", "It says no region.", "Choose where: at least one region."));
    }
    return problems;
  }

  /** " in dcos-east, dcos-west"; empty where settings say none. */
  static String in(Map<String, Object> settings) {
    Object regions =
        Stream.of("regions", "region", "namespaces", "namespace", "zones")
            .map(settings::get)
            .filter(value -> value != null)
            .findFirst()
            .orElse("");
    String text =
        regions instanceof List<?> list
            ? String.join(", ", list.stream().map(String::valueOf).toList())
            : String.valueOf(regions);
    return text.isBlank() ? "" : " in " + text;
  }
}
