package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.operation.Targets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many instances a new server group starts with. */
@Component
class Capacity {

  private final Targets targets;

  Capacity(Targets targets) {
    this.targets = targets;
  }

  /** What the settings come to. */
  sealed interface Answer {}

  /**
   * @param desired null leaves it to the definition
   */
  record Size(@Nullable Integer desired) implements Answer {}

  /** They cannot be followed, for this reason. */
  record Unknown(String reason) implements Answer {}

  Answer of(ClusterEntry entry, String region, StageContext context) {
    boolean prefer = entry.flag("preferSourceCapacity");
    if (!prefer && !entry.flag("useSourceCapacity") && !entry.flag("source", "useSourceCapacity")) {
      return written(entry);
    }
    String cluster = entry.moniker(context.application()).cluster();
    Optional<ServerGroup> source = source(targets.cluster(entry.account(), region, cluster));
    if (source.isPresent()) {
      return new Size(sizeOf(source.get()));
    }
    return prefer && entry.writtenSize().isPresent()
        ? written(entry)
        : new Unknown(
            "There is no server group of %s in %s whose size to take; give a size of its own, or prefer the former size with one to fall back on"
                .formatted(cluster, region));
  }

  private static Answer written(ClusterEntry entry) {
    Optional<Object> written = entry.writtenSize();
    if (written.isEmpty()) {
      return new Size(null);
    }
    return ClusterEntry.whole(written.get())
        .<Answer>map(Size::new)
        .orElseGet(
            () ->
                new Unknown(
                    "%s is no number of instances; give a whole number, zero or more"
                        .formatted(written.get())));
  }

  /** The newest that serves, else the newest that remembers its size. */
  private static Optional<ServerGroup> source(List<ServerGroup> newestFirst) {
    return newestFirst.stream()
        .filter(group -> !group.disabled())
        .findFirst()
        .or(() -> newestFirst.stream().findFirst());
  }

  private static int sizeOf(ServerGroup group) {
    return Objects.requireNonNullElse(group.rememberedSize(), group.desired());
  }
}
