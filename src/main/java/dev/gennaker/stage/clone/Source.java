package dev.gennaker.stage.clone;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.Problem;
import dev.gennaker.stage.operation.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is copied, and where to. */
final class Source {

  private Source() {}

  /** The server group to copy: one certain, or one in each region. */
  static Target target(CloneServerGroup settings) {
    Target on = settings.on();
    Map<String, Object> source = settings.source();
    String name = source == null ? null : name(source);
    if (source == null || name == null) {
      return on;
    }
    String account = text(source, "account", "credentials").orElse(on.credentials());
    List<String> regions = text(source, "region").map(List::of).orElseGet(() -> first(on));
    return new Target(account, regions, null, null, name);
  }

  private static List<String> first(Target on) {
    return on.places().stream().limit(1).toList();
  }

  /** Where copies go: where the settings say, else beside what is copied. */
  static List<String> places(CloneServerGroup settings, List<ServerGroup> found) {
    List<String> places = settings.on().places();
    return places.isEmpty() ? found.stream().map(group -> group.id().region()).toList() : places;
  }

  static String account(CloneServerGroup settings, ServerGroup source) {
    String account = settings.on().credentials();
    return account == null || account.isBlank() ? source.id().account() : account;
  }

  static @Nullable String name(Map<?, ?> source) {
    return text(source, "serverGroupName", "asgName").orElse(null);
  }

  static List<Problem> problems(CloneServerGroup settings) {
    if (settings.source() != null && !settings.source().isEmpty()) {
      return name(settings.source()) == null
          ? List.of(
              Problem.error(
                  "$.source.serverGroupName",
                  "It says no server group.",
                  "Name one, or remove source and choose a cluster and a target."))
          : List.of();
    }
    List<Problem> problems = new ArrayList<>(target(settings).problems());
    Map<String, Object> capacity = settings.capacity();
    @Nullable Object desired = capacity == null ? null : capacity.get("desired");
    if (desired != null && !String.valueOf(desired).matches("\\d{0,6}")) {
      problems.add(
          Problem.error(
              "$.capacity.desired",
              "%s is no number of instances.".formatted(desired),
              "Give a whole number, zero or more."));
    }
    return problems;
  }

  private static Optional<String> text(Map<?, ?> source, String... keys) {
    return Stream.of(keys)
        .flatMap(key -> Stream.ofNullable(source.get(key)))
        .map(value -> String.valueOf(value).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
