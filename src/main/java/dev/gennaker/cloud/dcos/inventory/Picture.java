package dev.gennaker.cloud.dcos.inventory;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.dcos.marathon.Deployment;
import dev.gennaker.cloud.dcos.marathon.Queued;
import dev.gennaker.cloud.dcos.reading.Overlay;
import dev.gennaker.cloud.dcos.reading.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One cluster at one moment; immutable. A new one shares everything that did not change.
 *
 * @param readings by Marathon id
 * @param groups by Marathon id, as they are to be shown
 * @param changes what Marathon is carrying out
 */
record Picture(Map<String, Reading> readings, Map<String, ServerGroup> groups, Changes changes) {

  static final Picture EMPTY = new Picture(Map.of(), Map.of(), Changes.NONE);

  /**
   * Deployments and queue.
   *
   * @param since when each deployment was first seen
   */
  record Changes(
      Map<String, Deployment> byApp, Map<String, Queued> queue, Map<String, Instant> since) {

    static final Changes NONE = new Changes(Map.of(), Map.of(), Map.of());

    static Changes of(
        List<Deployment> deployments, List<Queued> queue, Changes before, Instant now) {
      Map<String, Deployment> byApp = new HashMap<>();
      Map<String, Instant> since = new HashMap<>();
      for (Deployment deployment : deployments) {
        deployment.apps().forEach(app -> byApp.put(app, deployment));
        since.put(deployment.id(), before.since().getOrDefault(deployment.id(), now));
      }
      Map<String, Queued> queued = new HashMap<>();
      queue.forEach(one -> queued.put(one.app(), one));
      return new Changes(byApp, queued, since);
    }

    boolean any() {
      return !byApp.isEmpty();
    }

    private @Nullable ServerGroup shown(@Nullable Reading reading) {
      if (reading == null) {
        return null;
      }
      Deployment deployment = byApp.get(reading.appId());
      return deployment == null
          ? reading.group()
          : Overlay.of(
              reading,
              deployment,
              queue.get(reading.appId()),
              since.getOrDefault(deployment.id(), Instant.EPOCH));
    }
  }

  /** A picture of everything, keeping what is equal to what was there. */
  static Picture of(Collection<Reading> all, Changes changes, Picture before) {
    Map<String, Reading> readings = HashMap.newHashMap(all.size());
    Map<String, ServerGroup> groups = HashMap.newHashMap(all.size());
    for (Reading reading : all) {
      readings.put(reading.appId(), reading);
      ServerGroup shown = Objects.requireNonNull(changes.shown(reading));
      ServerGroup old = before.groups().get(reading.appId());
      groups.put(reading.appId(), shown.equals(old) ? old : shown);
    }
    return new Picture(readings, groups, changes);
  }

  /**
   * This picture with some apps read again.
   *
   * @param read the new reading of each; null for those that are gone
   */
  Picture with(Map<String, @Nullable Reading> read, Changes now) {
    Map<String, Reading> newReadings = new HashMap<>(readings);
    read.forEach(
        (id, reading) -> {
          if (reading == null) {
            newReadings.remove(id);
          } else {
            newReadings.put(id, reading);
          }
        });
    Set<String> touched = new HashSet<>(read.keySet());
    touched.addAll(changes.byApp().keySet());
    touched.addAll(now.byApp().keySet());
    Map<String, ServerGroup> newGroups = new HashMap<>(groups);
    for (String id : touched) {
      ServerGroup shown = now.shown(newReadings.get(id));
      if (shown == null) {
        newGroups.remove(id);
      } else if (!shown.equals(newGroups.get(id))) {
        newGroups.put(id, shown);
      }
    }
    return new Picture(newReadings, newGroups, now);
  }

  /** Owners of all groups that differ between two pictures; null when none does. */
  @Nullable Set<String> difference(Picture before) {
    Set<String> ids = changed(before);
    Set<String> owners = new HashSet<>();
    for (String id : ids) {
      ServerGroup was = before.groups().get(id);
      ServerGroup is = groups.get(id);
      if (was != null) {
        owners.add(was.application());
      }
      if (is != null) {
        owners.add(is.application());
      }
    }
    return ids.isEmpty() ? null : owners;
  }

  /** Ids of all groups that differ between two pictures. */
  Set<String> changed(Picture before) {
    Set<String> ids = new HashSet<>();
    groups.forEach(
        (id, group) -> {
          if (!group.equals(before.groups().get(id))) {
            ids.add(id);
          }
        });
    before
        .groups()
        .forEach(
            (id, group) -> {
              if (!groups.containsKey(id)) {
                ids.add(id);
              }
            });
    return ids;
  }
}
