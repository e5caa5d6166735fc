package dev.gennaker.ui.home;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Tally;
import dev.gennaker.ui.kit.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How applications are, from the inventory in memory. */
@Component
class ApplicationHealth {

  private static final int COLUMNS = 5;

  private final Applications applications;
  private final Clouds clouds;
  private final Permissions permissions;

  ApplicationHealth(Applications applications, Clouds clouds, Permissions permissions) {
    this.applications = applications;
    this.clouds = clouds;
    this.permissions = permissions;
  }

  /**
   * All an actor may see.
   *
   * @param environments columns, on the way to production
   */
  record Table(List<String> environments, List<Row> rows) {}

  /**
   * One application.
   *
   * @param known whether it was created here; others only own server groups
   * @param byEnvironment what is in service there
   * @param lastChange e.g. {@code web:1.8.3 to prod}; empty for none
   * @param stale whether a part of it is not current
   */
  record Row(
      String name,
      boolean known,
      int services,
      Map<String, Tally> byEnvironment,
      String lastChange,
      @Nullable Instant changedAt,
      boolean stale) {}

  Table of(Actor actor) {
    Set<String> known =
        applications.list(actor).stream().map(Application::name).collect(Collectors.toSet());
    List<ServerGroup> groups =
        clouds.serverGroups().stream()
            .filter(group -> !group.application().isEmpty())
            .filter(
                group ->
                    known.contains(group.application())
                        || permissions.allows(actor, Permission.READ, group.application()))
            .toList();
    Environments environments = new Environments(clouds.accounts());
    List<String> columns = environments.all(groups);
    Map<String, List<ServerGroup>> byOwner =
        groups.stream().collect(Collectors.groupingBy(ServerGroup::application));
    Set<String> stale =
        clouds.locations().stream()
            .filter(location -> location.freshness() instanceof Freshness.Stale)
            .map(Location::name)
            .collect(Collectors.toSet());
    Set<String> names = new TreeSet<>(known);
    names.addAll(byOwner.keySet());
    return new Table(
        columns.subList(Math.max(0, columns.size() - COLUMNS), columns.size()),
        names.stream()
            .map(
                name ->
                    row(
                        name,
                        known.contains(name),
                        byOwner.getOrDefault(name, List.of()),
                        environments,
                        stale))
            .toList());
  }

  private static Row row(
      String name,
      boolean known,
      List<ServerGroup> groups,
      Environments environments,
      Set<String> stale) {
    Map<String, Tally> byEnvironment =
        groups.stream()
            .filter(group -> !group.disabled())
            .collect(
                Collectors.groupingBy(
                    environments::of, Collectors.reducing(Tally.NOTHING, Tally::of, Tally::plus)));
    ServerGroup latest =
        groups.stream().max(Comparator.comparing(ServerGroup::createdAt)).orElse(null);
    return new Row(
        name,
        known,
        (int) groups.stream().map(ServerGroup::cluster).distinct().count(),
        byEnvironment,
        latest == null ? "" : change(latest, environments.of(latest)),
        latest == null ? null : latest.createdAt(),
        groups.stream().anyMatch(group -> stale.contains(group.location())));
  }

  private static String change(ServerGroup latest, String environment) {
    String what =
        latest.image().isEmpty() ? latest.name() : Words.image(latest.image()).replace(':', ' ');
    return environment.isEmpty() ? what : what + " to " + environment;
  }
}
