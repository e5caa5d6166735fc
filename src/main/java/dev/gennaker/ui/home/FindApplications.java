package dev.gennaker.ui.home;

import dev.gennaker.pipeline.Application;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.Actor;
import dev.gennaker.ui.kit.Finder;
import java.util.Comparator;
import java.util.List;
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
  public List<Hit> find(String words, Actor actor, int limit) {
    return applications.list(actor).stream()
        .map(Application::name)
        .filter(name -> name.contains(words))
        .sorted(
            Comparator.comparing((String name) -> !name.startsWith(words))
                .thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .map(name -> new Hit("boxes", name, "", "applications/%s/clusters".formatted(name)))
        .toList();
  }
}
