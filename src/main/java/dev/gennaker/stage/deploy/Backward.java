package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.ChildStage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rounds of a rollback: the older ones first, the new one when they serve. */
final class Backward {

  private static final String BACK = "back-";
  private static final String OUT = "out";

  private final ShiftTraffic shift;
  private final ServerGroupId created;
  private final List<ShiftTraffic.Older> touched;

  /**
   * @param there keys of the stages there were so far
   */
  Backward(ShiftTraffic shift, ServerGroupId created, Set<String> there) {
    this.shift = shift;
    this.created = created;
    this.touched =
        shift.older().stream()
            .filter(
                older ->
                    shift.relief() != null
                        || there.stream().anyMatch(key -> key.endsWith("-shrink-" + older.name())))
            .toList();
  }

  /** Whether that key is of a rollback. */
  static boolean is(String key) {
    return key.startsWith(BACK) || key.equals(OUT);
  }

  List<List<ChildStage>> rounds() {
    List<List<ChildStage>> rounds = new ArrayList<>();
    if (!touched.isEmpty()) {
      rounds.add(touched.stream().map(this::back).toList());
    }
    rounds.add(List.of(out()));
    return rounds;
  }

  String words() {
    String older =
        shift.older().stream().map(ShiftTraffic.Older::name).collect(Collectors.joining(", "));
    return "%s %s was %s."
        .formatted(
            older.isEmpty()
                ? ""
                : " " + older + (touched.isEmpty() ? " still serves;" : " serves again;"),
            created.name(),
            shift.destroyLatest() ? "destroyed" : "disabled");
  }

  /** Enabling waits until it serves. Forced: what made it smaller may still hold the lock. */
  private ChildStage back(ShiftTraffic.Older older) {
    Relief relief = shift.relief();
    if (relief != null) {
      Map<String, Object> options = new HashMap<>(relief.json());
      options.put("from", created.name());
      options.put("size", older.size());
      options.put("back", true);
      return child(
          BACK + older.name(),
          HandOverStage.TYPE,
          "Hand back to %s: %d".formatted(shift.version(older.name()), older.size()),
          Forward.on(shift, older.name(), options));
    }
    return child(
        BACK + older.name(),
        "enableServerGroup",
        "Bring %s back to %d".formatted(shift.version(older.name()), older.size()),
        Forward.on(
            shift, older.name(), Map.of("targetSize", older.size(), "forceDeployment", true)));
  }

  private ChildStage out() {
    if (shift.relief() != null) {
      return child(
          OUT,
          HandOverStage.TYPE,
          "Destroy " + shift.version(created.name()),
          Forward.on(shift, created.name(), Map.of("end", true, "back", true)));
    }
    return shift.destroyLatest()
        ? child(
            OUT,
            "destroyServerGroup",
            "Destroy " + shift.version(created.name()),
            Forward.on(shift, created.name(), Map.of("forceDeployment", true)))
        : child(
            OUT,
            "disableServerGroup",
            "Disable " + shift.version(created.name()),
            Forward.on(shift, created.name(), remembering()));
  }

  private Map<String, Object> remembering() {
    return shift.wanted() > 0
        ? Map.of("forceDeployment", true, "rememberSize", shift.wanted())
        : Map.of("forceDeployment", true);
  }

  private static ChildStage child(
      String key, String type, String name, Map<String, Object> settings) {
    return new ChildStage(key, type, name, List.of(), settings, true);
  }
}
