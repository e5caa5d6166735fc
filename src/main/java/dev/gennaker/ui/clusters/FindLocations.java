package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.stream.Stream;
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
  public Stream<Hit> all(Actor actor) {
    return clouds.locations().stream()
        .map(
            location ->
                Hit.open(
                    "server", location.name(), location.version(), "clusters/" + location.name()));
  }
}
