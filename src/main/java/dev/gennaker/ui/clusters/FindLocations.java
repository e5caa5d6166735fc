package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds DC/OS clusters by name. */
@Component
@Order(40)
class FindLocations implements Finder {

  private final Clouds clouds;

  FindLocations(Clouds clouds) {
    this.clouds = clouds;
  }

  @Override
  public String heading() {
    return "DC/OS clusters";
  }

  @Override
  public List<Hit> find(String words, Actor actor, int limit) {
    return clouds.locations().stream()
        .filter(location -> location.name().toLowerCase(Locale.ROOT).contains(words))
        .limit(limit)
        .map(
            location ->
                new Hit(
                    "server", location.name(), location.version(), "clusters/" + location.name()))
        .toList();
  }
}
