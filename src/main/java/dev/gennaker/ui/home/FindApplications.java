package dev.gennaker.ui.home;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds applications by name. */
@Component
@Order(20)
class FindApplications implements Finder {

  private final Applications applications;

  FindApplications(Applications applications) {
    this.applications = applications;
  }

  @Override
  public String heading() {
    return "Applications";
  }

  @Override
  public Stream<Hit> all(Actor actor) {
    return applications.list(actor).stream()
        .map(Application::name)
        .map(name -> Hit.open("boxes", name, "", "applications/%s/clusters".formatted(name)));
  }
}
