package dev.gennaker.cloud.dcos.reading;

import dev.gennaker.cloud.FormerVersion;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.dcos.definition.Copy;
import dev.gennaker.cloud.dcos.marathon.Addresses;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Connections;
import dev.gennaker.cloud.dcos.marathon.Label;
import dev.gennaker.cloud.dcos.marathon.Marathon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The versions Marathon keeps of an app. It makes one for every change of size too, and leaves
 * those of refused changes behind; what says the same but for its size is told once, as its newest.
 */
public final class Versions {

  /** More would cost a request each, and nobody goes back that far. */
  private static final int MOST = 20;

  private final Connections connections;

  public Versions(Connections connections) {
    this.connections = connections;
  }

  /** Newest first; empty for an app that is not there. */
  public List<FormerVersion> of(ServerGroupId id) {
    Marathon marathon = connections.of(id.account(), Addresses.cluster(id.region())).orElse(null);
    String appId = Addresses.appId(id).orElse("");
    Optional<App> present =
        marathon == null || appId.isEmpty() ? Optional.empty() : marathon.app(appId);
    if (marathon == null || present.isEmpty()) {
      return List.of();
    }
    List<FormerVersion> versions = new ArrayList<>();
    versions.add(version(present.get(), true));
    for (String name : marathon.versions(appId)) {
      if (versions.size() == MOST) {
        break;
      }
      marathon
          .version(appId, name)
          .map(app -> version(app, false))
          .filter(one -> versions.stream().noneMatch(other -> same(one, other)))
          .ifPresent(versions::add);
    }
    return List.copyOf(versions);
  }

  private static FormerVersion version(App app, boolean current) {
    return new FormerVersion(
        app.version(),
        Objects.requireNonNullElse(app.configuredAt(), Instant.EPOCH),
        current,
        app.image(),
        app.label(Label.USER),
        app.label(Label.EXECUTION),
        Copy.of(app));
  }

  private static boolean same(FormerVersion one, FormerVersion other) {
    return one.execution().equals(other.execution())
        && sizeless(one.definition()).equals(sizeless(other.definition()));
  }

  private static Map<String, Object> sizeless(Map<String, Object> definition) {
    Map<String, Object> rest = new HashMap<>(definition);
    rest.remove("instances");
    return rest;
  }
}
