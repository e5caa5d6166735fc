package dev.gennaker.api;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.Cluster;
import dev.gennaker.cloud.Freshness;
import dev.gennaker.cloud.Location;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.CurrentActor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What runs where, as far as the caller may see it. */
@Component
class Inventories {

  private final Clouds clouds;
  private final KnownApplications known;
  private final Permissions permissions;
  private final CurrentActor current;

  Inventories(
      Clouds clouds, KnownApplications known, Permissions permissions, CurrentActor current) {
    this.clouds = clouds;
    this.known = known;
    this.permissions = permissions;
    this.current = current;
  }

  List<Cluster> clusters(String application) {
    return known.having(application, clouds.clusters(readable(application)));
  }

  List<ServerGroup> serverGroups(String application) {
    return known.having(application, clouds.serverGroups(readable(application)));
  }

  /** All that belong to applications the caller may read; those nobody owns need READ on all. */
  List<ServerGroup> all() {
    return clouds.serverGroups().stream().filter(group -> mayRead(group.application())).toList();
  }

  /** As the API shows it, with how far that can be trusted. */
  ServerGroupView view(ServerGroup group) {
    return ServerGroupView.of(
        group,
        clouds.locations().stream()
            .filter(location -> location.name().equals(group.location()))
            .map(Location::freshness)
            .findFirst()
            .orElseGet(() -> new Freshness.Connecting(group.createdAt())));
  }

  Cluster cluster(String application, String account, String name) {
    return clusters(application).stream()
        .filter(cluster -> cluster.account().equals(account) && cluster.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFound(
                    "%s has no cluster %s in account %s.".formatted(application, name, account)));
  }

  private boolean mayRead(String application) {
    return permissions.allows(
        current.get(), Permission.READ, application.isEmpty() ? null : application);
  }

  private String readable(String application) {
    String name = application.toLowerCase(Locale.ROOT);
    permissions.require(current.get(), Permission.READ, name);
    return name;
  }
}
