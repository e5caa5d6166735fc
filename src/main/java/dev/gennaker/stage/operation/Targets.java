package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Account;
import dev.gennaker.cloud.CloudProvider;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what stages act on. Chooses only from a fresh picture: while a location is not heard from,
 * the stage waits and says so.
 */
@Component
public class Targets {

  private final Clouds clouds;

  Targets(Clouds clouds) {
    this.clouds = clouds;
  }

  /** The server group a target means in each of its regions. */
  public Resolution resolve(Target target) {
    String account = target.credentials() == null ? "" : target.credentials();
    List<String> regions = target.places();
    @Nullable String name = target.serverGroupName();
    if (target.named() && name != null && regions.isEmpty()) {
      return anywhere(account, name);
    }
    Optional<Pick> pick = Pick.parse(String.valueOf(target.target()));
    List<ServerGroup> found = new ArrayList<>();
    for (String region : regions) {
      Optional<ServerGroup> one =
          target.named() && name != null
              ? clouds.find(new ServerGroupId(account, region, name))
              : Optional.empty();
      Optional<Outcome> unfit = one.isPresent() ? Optional.empty() : unfit(account, region);
      if (unfit.isPresent()) {
        return new Resolution.Instead(unfit.get());
      }
      String cluster = String.valueOf(target.cluster());
      if (!target.named()) {
        one = pick.flatMap(p -> p.from(cluster(account, region, cluster)));
      }
      if (one.isEmpty()) {
        return missing(
            target.named()
                ? "server group " + name
                : pick.map(Pick::words).orElse(target.target()) + " server group of " + cluster,
            region,
            account);
      }
      found.add(one.get());
    }
    return found.isEmpty()
        ? new Resolution.Instead(Outcome.failed("It says no region; choose at least one"))
        : new Resolution.Found(found);
  }

  /** All server groups of a cluster in a region, newest first. */
  public List<ServerGroup> cluster(String account, String region, String cluster) {
    return clouds.serverGroups().stream()
        .filter(group -> group.id().account().equals(account))
        .filter(group -> group.id().region().equals(region))
        .filter(group -> group.cluster().equals(cluster))
        .toList();
  }

  /**
   * Why nothing can be chosen in a region: unknown account or region, or no fresh picture of it;
   * empty when it can.
   */
  public Optional<Outcome> unfit(String account, String region) {
    Optional<CloudProvider> provider = clouds.ofAccount(account);
    if (provider.isEmpty()) {
      return Optional.of(Outcome.failed(Words.unknownAccount(account, clouds)));
    }
    List<String> locations =
        provider.get().accounts().stream()
            .filter(a -> a.name().equals(account))
            .map(Account::locations)
            .findFirst()
            .orElse(List.of());
    Optional<String> name =
        locations.stream().filter(l -> region.equals(l) || region.startsWith(l + "_")).findFirst();
    if (name.isEmpty()) {
      return Optional.of(
          Outcome.failed(
              "Account %s does not reach %s; choose one of %s"
                  .formatted(account, region, locations)));
    }
    return provider.get().inventory().locations().stream()
        .filter(location -> location.name().equals(name.get()))
        .flatMap(location -> unheard(location).stream())
        .map(reason -> Outcome.lookAgain(Duration.ofSeconds(1), reason))
        .findFirst();
  }

  private static Optional<String> unheard(Location location) {
    return switch (location.freshness()) {
      case Freshness.Live _ -> Optional.empty();
      case Freshness.Connecting(var since) ->
          Optional.of(
              "%s is being read since %s; waiting to know what runs there"
                  .formatted(location.name(), since));
      case Freshness.Stale stale ->
          Optional.of(
              "%s was last heard from at %s (%s); waiting for a fresh picture before choosing there, next try at %s"
                  .formatted(location.name(), stale.asOf(), stale.reason(), stale.nextTry()));
    };
  }

  private Resolution anywhere(String account, String name) {
    List<ServerGroup> found =
        clouds.serverGroups().stream()
            .filter(group -> group.id().account().equals(account) && group.name().equals(name))
            .toList();
    return switch (found.size()) {
      case 0 -> missing("server group " + name, "any region", account);
      case 1 -> new Resolution.Found(found);
      default ->
          new Resolution.Instead(
              Outcome.failed(
                  "%s runs in %s; say which region is meant"
                      .formatted(name, found.stream().map(g -> g.id().region()).toList())));
    };
  }

  private static Resolution missing(String what, String region, String account) {
    return new Resolution.Instead(
        Outcome.failed(
            "There is no %s in %s for account %s; look at the clusters page for what runs there"
                .formatted(what, region, account)));
  }
}
