package dev.gennaker.api;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.pipeline.Applications;
import dev.gennaker.security.CurrentActor;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Applications there are: somebody saved them, or something that runs belongs to them. */
@Component
class KnownApplications {

  private final Applications applications;
  private final Clouds clouds;
  private final CurrentActor current;

  KnownApplications(Applications applications, Clouds clouds, CurrentActor current) {
    this.applications = applications;
    this.clouds = clouds;
    this.current = current;
  }

  /**
   * What an application has; that it has none is said only of those there are. Others may still
   * have a history.
   *
   * @throws NotFound when there is nothing because there is no such application
   */
  <T> List<T> having(String application, List<T> found) {
    if (found.isEmpty()
        && applications.find(application, current.get()).isEmpty()
        && clouds.serverGroups(application.toLowerCase(Locale.ROOT)).isEmpty()) {
      throw new NotFound(
          "There is no application %s: nobody saved it, and nothing known to run belongs to it. Correct the name, or create it with POST /api/applications."
              .formatted(application));
    }
    return found;
  }
}
