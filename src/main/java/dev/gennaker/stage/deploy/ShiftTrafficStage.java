package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Operation;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Outcome;
import dev.gennaker.stage.StageContext;
import dev.gennaker.stage.StageType;
import dev.gennaker.stage.operation.Operations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Moves instances from older server groups to a new one, step by step, each by child stages of its
 * own: one expands only after the one before ended well. Where something fails and the settings ask
 * for it, the older ones come back first, and only then the new one is taken out.
 */
@Component
class ShiftTrafficStage implements StageType<ShiftTraffic> {

  static final String TYPE = "shiftTraffic";

  private final Operations operations;

  ShiftTrafficStage(Operations operations) {
    this.operations = operations;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public String label() {
    return "Shift traffic";
  }

  @Override
  public String description() {
    return "Moves instances from older server groups to a new one, step by step; deploys are made of these.";
  }

  @Override
  public Category category() {
    return Category.DEPLOY;
  }

  @Override
  public String icon() {
    return "arrow-left-right";
  }

  @Override
  public Class<ShiftTraffic> settings() {
    return ShiftTraffic.class;
  }

  @Override
  public boolean offered() {
    return false;
  }

  @Override
  public String headline(Map<String, Object> settings) {
    List<String> shares =
        settings.get("steps") instanceof List<?> steps
            ? steps.stream()
                .map(
                    step ->
                        step instanceof Map<?, ?> map ? String.valueOf(map.get("percentage")) : "?")
                .toList()
            : List.of();
    return "%s, %s %%".formatted(settings.getOrDefault("cluster", "?"), String.join(", ", shares));
  }

  @Override
  public boolean plannable() {
    return true;
  }

  @Override
  public Optional<Set<String>> outputs(Map<String, Object> written) {
    return Optional.of(Set.of());
  }

  @Override
  public Outcome run(ShiftTraffic settings, StageContext context) {
    return Created.by(context)
        .map(created -> new Rounds(settings, created).next(context.children()))
        .orElseGet(
            () -> Outcome.failed("No server group was created before this; deploy one first"));
  }

  /**
   * The older ones are asked back at once, and nobody waits for it. The new one goes on: without it
   * there may be too few until they serve.
   */
  @Override
  public void cancel(ShiftTraffic settings, StageContext context) {
    Relief relief = settings.relief();
    if (relief != null) {
      handBack(settings, relief, context);
    } else if (settings.rollback()) {
      for (ShiftTraffic.Older older : settings.older()) {
        ServerGroupId id =
            new ServerGroupId(settings.credentials(), settings.region(), older.name());
        operations.ask(
            "back-" + older.name(), context, new Operation.Enable(id, older.size(), true));
      }
    }
  }

  /** The whole way back, without losing requests: with both there, neither would be drained. */
  private void handBack(ShiftTraffic settings, Relief relief, StageContext context) {
    Created.by(context)
        .ifPresent(
            created -> {
              ShiftTraffic.Older older = settings.older().getFirst();
              ServerGroupId id =
                  new ServerGroupId(settings.credentials(), settings.region(), older.name());
              operations.askToTheEnd(
                  "cancelled",
                  context,
                  List.of(
                      new Operation.HandBack(id, created, older.size(), relief.waitSeconds()),
                      new Operation.Destroy(created, true)));
            });
  }
}
