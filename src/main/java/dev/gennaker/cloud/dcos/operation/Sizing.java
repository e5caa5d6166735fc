package dev.gennaker.cloud.dcos.operation;

import dev.gennaker.cloud.Progress;
import dev.gennaker.cloud.dcos.marathon.App;
import dev.gennaker.cloud.dcos.marathon.Label;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes how many instances there are: resizing, and disabling and enabling, which remember the
 * size in a label. The label only ever changes while there are no instances to restart.
 */
final class Sizing {

  private static final String WANTED = "wanted";
  private static final String GROWS = "grows";
  private static final String REMEMBERED = "rememberedSize";

  private final Hopeless hopeless;

  Sizing(Hopeless hopeless) {
    this.hopeless = hopeless;
  }

  Progress resize(Place place, int wanted, boolean force, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    if (!memory.knows(WANTED) && seen.get().app().instances() < wanted) {
      memory.put(GROWS, 1);
    }
    return go(place, seen.get(), new Change(wanted, force, memory.knows(GROWS), null), memory);
  }

  Progress disable(Place place, boolean force, @Nullable Integer remember, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    if (!memory.knows(REMEMBERED) && seen.get().app().instances() > 0) {
      memory.put(REMEMBERED, remember == null ? seen.get().app().instances() : remember);
    }
    return go(place, seen.get(), new Change(0, force, false, remember), memory);
  }

  Progress enable(Place place, @Nullable Integer desired, boolean force, Memory memory) {
    Optional<Look> seen = place.look();
    if (seen.isEmpty()) {
      return place.missing();
    }
    Look look = seen.get();
    Integer wanted = memory.knows(WANTED) ? Integer.valueOf(memory.number(WANTED)) : desired;
    if (wanted == null && look.app().instances() > 0) {
      wanted = look.app().instances();
    } else if (wanted == null) {
      wanted = look.group().rememberedSize();
    }
    if (wanted == null) {
      return place.failed(
          "%s on %s has no remembered size; say how many instances to enable."
              .formatted(place.id().name(), place.marathon().cluster()),
          false);
    }
    return go(place, look, new Change(wanted, force, true, null), memory);
  }

  /**
   * @param serving whether as many must serve before it is done
   * @param remember the size to remember; null for the one it has
   */
  private record Change(int wanted, boolean force, boolean serving, @Nullable Integer remember) {}

  private Progress go(Place place, Look look, Change change, Memory memory) {
    int wanted = change.wanted();
    if (!memory.knows(WANTED)) {
      if (look.app().instances() != wanted) {
        if (!change.force() && !look.app().deployments().isEmpty()) {
          return place.locked(memory, true);
        }
        place.marathon().update(place.appId(), json(look.app(), change), change.force());
        look = place.look().orElse(look);
      }
      // Without memory the size may already be the wanted one: then it is only followed.
      memory.put(WANTED, wanted);
      hopeless.begin(look, memory);
    }
    return follow(place, look, wanted, memory, change.serving());
  }

  private Progress follow(Place place, Look look, int wanted, Memory memory, boolean serving) {
    if (look.app().instances() != wanted) {
      return place.failed(
          "%s on %s was set to %s by somebody else before it had %d."
              .formatted(
                  place.id().name(),
                  place.marathon().cluster(),
                  look.app().instances() == 1
                      ? "1 instance"
                      : look.app().instances() + " instances",
                  wanted),
          true);
    }
    boolean still = look.deployment() == null && look.app().deployments().isEmpty();
    boolean there =
        serving ? look.group().up() >= wanted : look.live() == wanted && !look.starting();
    if (still && there) {
      return place.finished(look, remembered(look, memory));
    }
    Optional<Progress.Failed> failed =
        wanted == 0 ? Optional.empty() : hopeless.of(look, memory, false);
    return failed.isPresent() ? failed.get() : place.working(look, memory);
  }

  private static Map<String, Object> remembered(Look look, Memory memory) {
    Map<String, Object> more = new LinkedHashMap<>();
    Integer label = look.group().rememberedSize();
    if (label != null) {
      more.put(REMEMBERED, label);
    } else if (memory.knows(REMEMBERED)) {
      more.put(REMEMBERED, memory.number(REMEMBERED));
    }
    return more;
  }

  /** One change of size and, where there are no instances before or after it, of labels. */
  private static ObjectNode json(App app, Change wanted) {
    ObjectNode change = JsonMapper.shared().createObjectNode().put("instances", wanted.wanted());
    boolean disabling = wanted.wanted() == 0;
    boolean enabling = app.instances() == 0 && !app.label(Label.SIZE).isEmpty();
    if (disabling || enabling) {
      ObjectNode labels = change.putObject("labels");
      app.labels().forEach(labels::put);
      labels.remove(Label.SIZE);
      if (disabling) {
        Integer remember = wanted.remember();
        labels.put(Label.SIZE, String.valueOf(remember == null ? app.instances() : remember));
      }
      Instant configured = app.configuredAt();
      if (app.label(Label.CREATED).isEmpty() && configured != null) {
        labels.put(Label.CREATED, configured.toString());
      }
    }
    return change;
  }
}
