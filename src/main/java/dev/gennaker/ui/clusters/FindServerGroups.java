package dev.gennaker.ui.clusters;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permission;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Finder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds server groups by their name, image or owner. */
@Component
@Order(50)
class FindServerGroups implements Finder {

  private final Clouds clouds;
  private final Permissions permissions;

  FindServerGroups(Clouds clouds, Permissions permissions) {
    this.clouds = clouds;
    this.permissions = permissions;
  }

  @Override
  public String heading() {
    return "Server groups";
  }

  @Override
  public List<Hit> find(String words, Actor actor, int limit) {
    if (words.length() < 2) {
      return List.of();
    }
    return clouds.serverGroups().stream()
        .filter(
            group -> (group.name() + " " + group.image()).toLowerCase(Locale.ROOT).contains(words))
        .filter(group -> !group.application().isEmpty())
        .filter(group -> permissions.allows(actor, Permission.READ, group.application()))
        .limit(limit)
        .map(group -> new Hit("layout-grid", group.name(), group.location(), address(group)))
        .toList();
  }

  private static String address(ServerGroup group) {
    return "applications/%s/clusters?%s"
        .formatted(
            group.application(),
            QueryParameters.simple(Map.of("sg", group.id().toString())).getQueryString());
  }
}
