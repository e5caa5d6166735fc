package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.stage.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with a deploy's settings, the platform's own rules included. */
final class Checks {

  private Checks() {}

  static List<Problem> of(Deploy settings, Clouds clouds) {
    List<ClusterEntry> entries = settings.entries();
    if (entries.isEmpty()) {
      return List.of(
          Problem.error(
              "$.clusters", "It says nothing to deploy.", "Add at least one server group."));
    }
    List<Problem> problems = new ArrayList<>();
    int written = settings.clusters() == null ? 0 : settings.clusters().size();
    for (int i = 0; i < entries.size(); i++) {
      String at = i < written ? "$.clusters[" + i + "]" : "$.cluster";
      for (Problem problem : of(entries.get(i), clouds)) {
        problems.add(problem.below(at));
      }
    }
    return problems;
  }

  private static List<Problem> of(ClusterEntry entry, Clouds clouds) {
    List<Problem> problems = new ArrayList<>();
    Optional<CloudProvider> provider = clouds.ofAccount(entry.account());
    if (entry.account().isEmpty()) {
      problems.add(
          Problem.error("$.account", "It says no account.", "Choose the account to deploy with."));
    } else if (provider.isEmpty()) {
      problems.add(
          Problem.warning(
              "$.account",
              "There is no account " + entry.account() + " here.",
              "Configure it, or choose another one, before this runs."));
    }
    if (entry.regions().isEmpty()) {
      problems.add(Problem.error("$.region", "It says no region.", "Choose where it runs."));
    }
    if (entry.strategy().isEmpty()) {
      problems.add(
          Problem.warning(
              "$.strategy",
              "The strategy %s is not available here.".formatted(entry.text("strategy").orElse("")),
              Strategy.OFFERED.replaceFirst("^t", "T") + ", before this runs."));
    }
    problems.addAll(StrategyChecks.of(entry));
    if (entry.writtenSize().flatMap(ClusterEntry::whole).isEmpty()
        && entry.writtenSize().isPresent()) {
      problems.add(
          Problem.error(
              "$.capacity.desired",
              "%s is no number of instances.".formatted(entry.writtenSize().get()),
              "Give a whole number, zero or more."));
    }
    provider.stream()
        .flatMap(known -> known.check(entry.imageLater()).stream())
        .map(fault -> Problem.error(fault.path(), fault.message(), fault.fix()))
        .forEach(problems::add);
    return problems;
  }
}
