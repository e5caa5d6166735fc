package dev.gennaker.ui.clusters;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds server groups by their name, image or place. */
@Component
@Order(50)
class FindServerGroups implements Finder {

  private final Seen seen;

  FindServerGroups(Seen seen) {
    this.seen = seen;
  }

  @Override
  public String heading() {
    return "Server groups";
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return seen.by(actor).stream()
        .filter(group -> !group.application().isEmpty())
        .map(
            group ->
                Hit.open("layout-grid", group.name(), group.location(), address(group))
                    .alsoBy(group.image()));
  }

  private static String address(ServerGroup group) {
    return "applications/%s/clusters?%s"
        .formatted(
            group.application(),
            QueryParameters.simple(Map.of("sg", group.id().toString())).getQueryString());
  }
}
