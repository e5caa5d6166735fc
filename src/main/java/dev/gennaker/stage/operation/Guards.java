package dev.gennaker.stage.operation;

import dev.gennaker.cloud.Clouds;
import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.cloud.TrafficGuard;
import dev.gennaker.cloud.TrafficGuards;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks applications' traffic guards before server groups stop serving. */
@Component
public class Guards {

  /** How long a refusal may come from a picture that is a little behind. */
  private static final Duration GRACE = Duration.ofSeconds(30);

  private static final String SINCE = "guardedSince";

  private final Clouds clouds;
  private final ObjectProvider<TrafficGuards> guards;

  Guards(Clouds clouds, ObjectProvider<TrafficGuards> guards) {
    this.clouds = clouds;
    this.guards = guards;
  }

  /**
   * What a stage says instead of taking these groups out of service; empty when it may. A refusal
   * is looked at again for half a minute before it fails the stage; in a plan it is only noted.
   */
  public Optional<Outcome> hold(List<ServerGroup> going, StageContext context) {
    Optional<String> refusal = refusal(going);
    if (context.plan().isPresent()) {
      refusal.ifPresent(context.plan().get()::obstacle);
      return Optional.empty();
    }
    return refusal.map(reason -> hold(reason, context));
  }

  private static Outcome hold(String reason, StageContext context) {
    long now = context.now().toEpochMilli();
    long since =
        context.memory().getOrDefault(SINCE, now) instanceof Number number
            ? number.longValue()
            : now;
    return now - since >= GRACE.toMillis()
        ? new Outcome.Failed(reason, true, Map.of())
        : new Outcome.LookAgain(Duration.ofSeconds(1), Waiting.on(reason), Map.of(SINCE, since));
  }

  private Optional<String> refusal(List<ServerGroup> going) {
    Set<ServerGroupId> ids =
        going.stream().map(ServerGroup::id).collect(Collectors.toUnmodifiableSet());
    return going.stream()
        .filter(group -> !group.application().isEmpty())
        .flatMap(group -> refusal(group, ids).stream())
        .findFirst();
  }

  private Optional<String> refusal(ServerGroup one, Set<ServerGroupId> going) {
    List<ServerGroup> cluster =
        clouds.serverGroups(one.application()).stream()
            .filter(group -> group.id().account().equals(one.id().account()))
            .filter(group -> group.location().equals(one.location()))
            .filter(group -> group.cluster().equals(one.cluster()))
            .toList();
    List<ServerGroup> leaving =
        cluster.stream().filter(group -> going.contains(group.id())).toList();
    return guards.stream()
        .flatMap(source -> source.of(one.application()).stream())
        .flatMap((TrafficGuard guard) -> guard.refusal(cluster, leaving).stream())
        .findFirst();
  }
}
