package dev.gennaker.ui.clusters;

import dev.gennaker.cloud.Change;
import dev.gennaker.cloud.Instance;
import dev.gennaker.cloud.Instance.Health;
import dev.gennaker.cloud.Moniker;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Server groups as the inventory would show them. */
final class Groups {

  static final Instant NOW = Instant.parse("2026-11-24T14:02:31Z");

  private final String location;
  private final String name;
  private String image = "registry.local/shop/web:1.8.3";
  private String account = "demo";
  private String folder = "";
  private ServerGroup.Kind kind = ServerGroup.Kind.APP;
  private Map<String, String> labels = Map.of();
  private Instant createdAt = NOW;
  private int desired;
  private @Nullable Integer remembered;
  private @Nullable Change change;
  private String unreadable = "";
  private final List<Instance> instances = new ArrayList<>();

  private Groups(String location, String name) {
    this.location = location;
    this.name = name;
  }

  static Groups in(String location, String name) {
    return new Groups(location, name);
  }

  Groups with(int number, Health health) {
    Collections.nCopies(number, health).forEach(h -> instances.add(instance(h)));
    desired = instances.size();
    return this;
  }

  private Instance instance(Health health) {
    String id = name + "." + instances.size();
    return new Instance(id, health, "", "10.0.0.7", List.of(31000), List.of(), NOW, NOW, "1");
  }

  Groups wanting(int number) {
    desired = number;
    return this;
  }

  Groups image(String of) {
    image = of;
    return this;
  }

  Groups labels(Map<String, String> of) {
    labels = of;
    return this;
  }

  /** Below its account. */
  Groups folder(String of) {
    folder = of;
    return this;
  }

  Groups account(String of) {
    account = of;
    return this;
  }

  Groups pod() {
    kind = ServerGroup.Kind.POD;
    return this;
  }

  Groups created(Instant at) {
    createdAt = at;
    return this;
  }

  Groups disabled(int remembers) {
    remembered = remembers;
    desired = 0;
    return this;
  }

  Groups waiting(String why) {
    change = new Change("d1", NOW, 3, 5, "ScaleApplication", why, List.of());
    return this;
  }

  Groups unreadable(String why) {
    unreadable = why;
    return this;
  }

  ServerGroup get() {
    Moniker moniker = Moniker.parse(name);
    return new ServerGroup(
        new ServerGroupId(account, location, name),
        kind,
        "/" + account + (folder.isEmpty() ? "" : "/" + folder) + "/" + name,
        "dcos",
        location,
        folder,
        moniker,
        moniker.app(),
        image,
        desired,
        remembered,
        remembered != null,
        createdAt,
        "release",
        "",
        new ServerGroup.Resources(0.1, 64, 0, 0),
        labels,
        List.of(),
        instances,
        change,
        "",
        unreadable);
  }
}
