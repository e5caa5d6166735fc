package dev.gennaker.simulator.marathon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a group as somebody sent it into a root. */
final class GroupReader {

  private static final Shape SHAPE =
      Shape.Fields.of(
          Shape.Field.of("id", AppSchema.ID),
          Shape.Field.of("apps", Shape.list(new Shape.Anything())),
          Shape.Field.of("pods", Shape.list(new Shape.Anything())),
          Shape.Field.of("groups", Shape.list(new Shape.Anything())),
          Shape.Field.of("dependencies", Shape.list(AppSchema.ID)),
          Shape.Field.of("scaleBy", Shape.number(0, Double.MAX_VALUE)),
          Shape.Field.of("enforceRole", Shape.flag()),
          Shape.Field.of("version", Shape.text()));

  private final Model model;

  GroupReader(Model model) {
    this.model = model;
  }

  static ObjectNode read(JsonNode body) {
    Problems problems = new Problems();
    JsonNode read = SHAPE.read(body, "", problems);
    problems.refuseUnreadable();
    return (ObjectNode) read;
  }

  /** Members of lists that are given replace those there are; lists left out stay untouched. */
  void write(Root root, String group, JsonNode sent, Instant version) {
    ObjectNode body = read(sent);
    if (!group.equals("/")) {
      Root.GroupSpec known = root.groups().get(group);
      List<String> needs = new ArrayList<>();
      if (body.has("dependencies")) {
        Json.items(body, "dependencies")
            .forEach(d -> needs.add(Ids.below(Ids.parent(group), d.asString())));
      } else if (known != null) {
        needs.addAll(known.dependencies());
      }
      boolean enforce =
          body.has("enforceRole")
              ? Json.bool(body, "enforceRole")
              : known != null && known.enforceRole();
      root.touch(group, version);
      root.groups().put(group, new Root.GroupSpec(group, needs, enforce, version));
    }
    if (body.get("apps") instanceof ArrayNode apps) {
      apps(root, group, apps, version);
    }
    if (body.get("pods") instanceof ArrayNode pods) {
      pods(root, group, pods, version);
    }
    if (body.get("groups") instanceof ArrayNode groups) {
      groups(root, group, groups, version);
    }
  }

  private void apps(Root root, String group, ArrayNode apps, Instant version) {
    Set<String> kept = new HashSet<>();
    int index = 0;
    for (JsonNode one : apps) {
      ObjectNode body = model.reader.create(one, group);
      String id = body.get("id").asString();
      if (!Ids.parent(id).equals(group)) {
        Problems problems = new Problems();
        problems.add("/apps(" + index + ")/id", "Identifier is not child of '" + group + "'");
        problems.refuseInvalid();
      }
      AppSpec before = root.app(id);
      kept.add(id);
      boolean same =
          before != null && before.body.equals(ServicePorts.assign(body, before, new HashSet<>()));
      if (!same) {
        root.put(AppSpec.next(before, body, version));
      }
      index++;
    }
    for (AppSpec app : List.copyOf(root.apps().values())) {
      if (!app.pod() && Ids.parent(app.id).equals(group) && !kept.contains(app.id)) {
        root.remove(app.id);
      }
    }
  }

  private void pods(Root root, String group, ArrayNode pods, Instant version) {
    Set<String> kept = new HashSet<>();
    for (JsonNode one : pods) {
      ObjectNode body = model.pods.read(one, group);
      String id = body.get("id").asString();
      AppSpec before = root.app(id);
      kept.add(id);
      if (before == null || !before.body.equals(body)) {
        root.put(AppSpec.next(before, body, version));
      }
    }
    for (AppSpec pod : List.copyOf(root.apps().values())) {
      if (pod.pod() && Ids.parent(pod.id).equals(group) && !kept.contains(pod.id)) {
        root.remove(pod.id);
      }
    }
  }

  private void groups(Root root, String group, ArrayNode groups, Instant version) {
    Set<String> kept = new HashSet<>();
    for (JsonNode one : groups) {
      String given = one.isObject() ? Json.text(one, "id") : null;
      if (given == null) {
        Problems problems = new Problems();
        problems.add("/groups/id", "'id' is undefined on object: " + one);
        problems.refuseUnreadable();
        continue;
      }
      String id = Ids.below(group, given);
      kept.add(id);
      write(root, id, one, version);
    }
    for (String id : List.copyOf(root.groups().keySet())) {
      if (Ids.parent(id).equals(group) && !kept.contains(id)) {
        remove(root, id);
      }
    }
  }

  /** Takes a group away with everything below it. */
  static void remove(Root root, String group) {
    root.appsWithin(group).forEach(app -> root.apps().remove(app.id));
    root.groups().keySet().removeIf(id -> Ids.within(id, group));
    root.touch(group, root.version());
  }
}
