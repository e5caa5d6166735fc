package dev.gennaker.simulator.marathon;

import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Groups as Marathon shows them: a tree of what the root keeps flat. */
final class GroupView {

  private static final Set<String> EVERYTHING = Set.of("groups", "apps", "pods");

  private final Model model;
  private final AppView apps;

  GroupView(Model model, AppView apps) {
    this.model = model;
    this.apps = apps;
  }

  /** Without embeds everything is shown, but bare; with some, only those. */
  ObjectNode json(Root root, String id, Set<String> embeds) {
    boolean all = embeds.isEmpty();
    Set<String> shown = all ? EVERYTHING : embeds;
    ObjectNode out = Json.object("id", id);
    ArrayNode members = list(out, "apps", shown);
    ArrayNode pods = list(out, "pods", shown);
    for (AppSpec app : root.apps().values()) {
      if (!Ids.parent(app.id).equals(id)) {
        continue;
      }
      if (app.pod()) {
        if (shown.contains("pods")) {
          pods.add(all ? PodView.definition(app) : new PodView(model).member(app));
        }
      } else if (shown.contains("apps")) {
        members.add(all || bare(embeds) ? app.json(true) : apps.json(app, appEmbeds(embeds)));
      }
    }
    ArrayNode groups = list(out, "groups", shown);
    if (shown.contains("groups")) {
      for (Root.GroupSpec group : root.groups().values()) {
        if (Ids.parent(group.id()).equals(id)) {
          groups.add(json(root, group.id(), embeds));
        }
      }
    }
    Root.GroupSpec self = root.groups().get(id);
    out.set("dependencies", self == null ? Json.array() : Json.strings(self.dependencies()));
    out.put("version", Json.stamp(self == null ? root.version() : self.version()));
    if (self != null && Ids.parent(id).equals("/") && !model.generation.old()) {
      out.put("enforceRole", self.enforceRole());
    }
    return out;
  }

  /** What is not asked for is an empty list, or nothing at all in the older Marathon. */
  private ArrayNode list(ObjectNode out, String name, Set<String> shown) {
    boolean left = model.generation.old() && !shown.contains(name);
    return left ? Json.array() : out.putArray(name);
  }

  private static boolean bare(Set<String> embeds) {
    return embeds.stream().noneMatch(e -> e.startsWith("apps."));
  }

  private static Set<String> appEmbeds(Set<String> embeds) {
    return AppView.embeds(embeds.stream().filter(e -> e.startsWith("apps.")).toList(), "apps.");
  }

  /** The whole tree of one root, as heavy plans carry it. */
  static ObjectNode definition(Model model, Root root) {
    return new GroupView(model, new AppView(model)).json(root, "/", Set.of());
  }
}
