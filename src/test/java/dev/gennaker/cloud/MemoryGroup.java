package dev.gennaker.cloud;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Server groups of a {@link MemoryCloud}; all their instances are up. */
final class MemoryGroup {

  private MemoryGroup() {}

  static ServerGroup of(
      ServerGroupId id, String image, int up, Instant createdAt, String execution) {
    Moniker moniker = Moniker.parse(id.name());
    return new ServerGroup(
        id,
        ServerGroup.Kind.APP,
        "/" + id.account() + "/" + id.name(),
        "memory",
        id.region().replaceAll("_.*", ""),
        "",
        moniker,
        moniker.app(),
        image,
        up,
        null,
        false,
        createdAt,
        "",
        execution,
        new ServerGroup.Resources(0.1, 32, 0, 0),
        Map.of(),
        List.of(),
        instances(id.name(), up),
        null,
        "",
        "");
  }

  static ServerGroup sized(
      ServerGroup g, int desired, @Nullable Integer remembered, boolean disabled) {
    return new ServerGroup(
        g.id(),
        g.kind(),
        g.path(),
        g.provider(),
        g.location(),
        g.group(),
        g.moniker(),
        g.application(),
        g.image(),
        desired,
        remembered,
        disabled,
        g.createdAt(),
        g.createdBy(),
        g.execution(),
        g.resources(),
        g.labels(),
        g.loadBalancers(),
        instances(g.name(), desired),
        null,
        "",
        "");
  }

  /** Of its instances only so many are there, and up. */
  static ServerGroup up(ServerGroup g, int up) {
    ServerGroup some = sized(g, up, g.rememberedSize(), g.disabled());
    return new ServerGroup(
        g.id(),
        g.kind(),
        g.path(),
        g.provider(),
        g.location(),
        g.group(),
        g.moniker(),
        g.application(),
        g.image(),
        g.desired(),
        g.rememberedSize(),
        g.disabled(),
        g.createdAt(),
        g.createdBy(),
        g.execution(),
        g.resources(),
        g.labels(),
        g.loadBalancers(),
        some.instances(),
        null,
        "",
        "");
  }

  /** What a job that ended well tells. */
  static Map<String, Object> ran(Operation.RunJob job) {
    return Map.of(
        "account",
        job.account(),
        "region",
        job.region(),
        "jobId",
        "job",
        "runId",
        "1",
        "status",
        "SUCCEEDED",
        "exitCode",
        0);
  }

  private static List<Instance> instances(String name, int up) {
    return IntStream.range(0, up)
        .mapToObj(
            i ->
                new Instance(
                    name + "." + i,
                    Instance.Health.UP,
                    "",
                    "10.0.0." + i,
                    List.of(),
                    List.of(),
                    MemoryCloud.START,
                    MemoryCloud.START,
                    "1"))
        .toList();
  }
}
