package dev.gennaker.ui.balancers;

import com.vaadin.flow.router.QueryParameters;
import dev.gennaker.cloud.Clouds;
import dev.gennaker.security.Actor;
import dev.gennaker.security.Permissions;
import dev.gennaker.ui.kit.Finder;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds routes by the host they are asked for. */
@Component
@Order(45)
class FindRoutes implements Finder {

  private final Clouds clouds;
  private final Permissions permissions;

  FindRoutes(Clouds clouds, Permissions permissions) {
    this.clouds = clouds;
    this.permissions = permissions;
  }

  @Override
  public String heading() {
    return "Routes";
  }

  @Override
  public int least() {
    return 2;
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return Shown.to(actor, permissions, clouds, "").balancers().stream()
        .flatMap(
            shown ->
                shown.routes().stream()
                    .flatMap(route -> route.route().hosts().stream())
                    .map(
                        host ->
                            Hit.open(
                                "split",
                                host,
                                shown.balancer().name() + ", " + shown.balancer().location(),
                                "load-balancers?"
                                    + QueryParameters.simple(Map.of("q", host)).getQueryString())));
  }
}
