package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What somebody may see of all that runs: what belongs to applications they may read. What nobody
 * owns is for everybody to see who may read at all.
 */
@Component
class Seen {

  private final Clouds clouds;
  private final Permissions permissions;

  Seen(Clouds clouds, Permissions permissions) {
    this.clouds = clouds;
    this.permissions = permissions;
  }

  /** All of it, newest first. */
  List<ServerGroup> by(Actor actor) {
    return by(actor, group -> true);
  }

  /** That of one location, newest first. */
  List<ServerGroup> by(Actor actor, String location) {
    return by(actor, group -> group.location().equals(location));
  }

  private List<ServerGroup> by(Actor actor, Predicate<ServerGroup> wanted) {
    Map<String, Boolean> known = new HashMap<>();
    return clouds.running().stream()
        .filter(wanted)
        .filter(group -> known.computeIfAbsent(group.application(), app -> mayRead(actor, app)))
        .toList();
  }

  private boolean mayRead(Actor actor, String application) {
    return permissions.allows(actor, Permission.READ, application.isEmpty() ? null : application);
  }
}
