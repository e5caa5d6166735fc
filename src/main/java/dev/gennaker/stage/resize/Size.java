package dev.gennaker.stage.resize;

import dev.gennaker.cloud.ServerGroup;
import dev.gennaker.cloud.ServerGroupId;
import dev.gennaker.stage.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many instances a resize comes to. */
sealed interface Size {

  /** So many. */
  record Of(int desired) implements Size {}

  /** The settings do not say, for this reason. */
  record Unknown(String reason) implements Size {}

  /**
   * Works it out.
   *
   * @param cluster all server groups of the cluster in that region
   * @param find any other server group, for {@code scale_to_server_group}
   */
  static Size of(
      Resize settings,
      ServerGroup group,
      List<ServerGroup> cluster,
      Function<ServerGroupId, Optional<ServerGroup>> find) {
    int now = group.desired();
    return switch (action(settings.action())) {
      case "scale_up" -> change(settings, now).<Size>map(c -> new Of(now + c)).orElseGet(Size::how);
      case "scale_down" ->
          change(settings, now).<Size>map(c -> new Of(Math.max(0, now - c))).orElseGet(Size::how);
      case "scale_to_cluster" -> {
        int largest = cluster.stream().mapToInt(ServerGroup::desired).max().orElse(now);
        yield new Of(largest + change(settings, largest).orElse(0));
      }
      case "scale_to_server_group" -> like(settings, group, find);
      case "scale_exact" ->
          exact(settings)
              .<Size>map(Of::new)
              .orElseGet(() -> new Unknown("It says no size; give capacity.desired, zero or more"));
      default ->
          new Unknown(
              "There is no resize action %s; take scale_exact, scale_up, scale_down,"
                      .formatted(settings.action())
                  + " scale_to_cluster or scale_to_server_group");
    };
  }

  private static Size like(
      Resize settings, ServerGroup group, Function<ServerGroupId, Optional<ServerGroup>> find) {
    Map<String, Object> source = settings.source() == null ? Map.of() : settings.source();
    ServerGroupId id =
        new ServerGroupId(
            String.valueOf(source.getOrDefault("credentials", group.id().account())),
            String.valueOf(source.getOrDefault("region", group.id().region())),
            String.valueOf(source.getOrDefault("serverGroupName", source.get("asgName"))));
    return find.apply(id)
        .<Size>map(found -> new Of(found.desired()))
        .orElseGet(() -> new Unknown("There is no server group " + id + " whose size to take"));
  }

  private static Size how() {
    return new Unknown("It does not say by how much; give scalePct or scaleNum");
  }

  private static Optional<Integer> change(Resize settings, int base) {
    @Nullable Double share = settings.scalePct();
    @Nullable Integer number = settings.scaleNum();
    Optional<Integer> byShare =
        share == null ? Optional.empty() : Optional.of((int) Math.ceil(base * share / 100));
    return switch (String.valueOf(settings.resizeType()).toLowerCase(Locale.ROOT)) {
      case "pct" -> byShare;
      case "incr" -> Optional.ofNullable(number);
      default -> byShare.or(() -> Optional.ofNullable(number));
    };
  }

  private static Optional<Integer> exact(Resize settings) {
    Map<String, Object> capacity = settings.capacity() == null ? Map.of() : settings.capacity();
    return Stream.of("desired", "max", "min")
        .map(capacity::get)
        .filter(value -> value != null)
        .map(String::valueOf)
        .filter(text -> text.matches("\\d{1,6}"))
        .map(Integer::valueOf)
        .findFirst()
        .or(() -> Optional.ofNullable(settings.targetSize()));
  }

  private static String action(@Nullable String action) {
    return action == null || action.isBlank() ? "scale_exact" : action.toLowerCase(Locale.ROOT);
  }

  static List<Problem> problems(Resize settings) {
    boolean known =
        switch (action(settings.action())) {
          case "scale_exact" -> exact(settings).isPresent();
          case "scale_up", "scale_down" -> change(settings, 1).isPresent();
          case "scale_to_server_group" -> settings.source() != null;
          default -> true;
        };
    return known
        ? List.of()
        : List.of(
            Problem.error(
                "$.action",
                "It does not say what size to come to.",
                "Give capacity.desired for an exact size, scalePct or scaleNum for a change, source"
                    + " for another server group's size."));
  }

  /** "to 6", "+50 %", "−2", "to the cluster's size". */
  static String headline(Map<String, Object> settings) {
    Object change =
        settings.get("scalePct") != null && !"incr".equals(settings.get("resizeType"))
            ? settings.get("scalePct") + " %"
            : settings.getOrDefault("scaleNum", "?");
    return switch (action(settings.get("action") instanceof String text ? text : null)) {
      case "scale_up" -> "+" + change;
      case "scale_down" -> "−" + change;
      case "scale_to_cluster" -> "to the cluster's size";
      case "scale_to_server_group" -> "to another's size";
      default ->
          "to "
              + (settings.get("capacity") instanceof Map<?, ?> capacity
                  ? capacity.get("desired")
                  : settings.getOrDefault("targetSize", "?"));
    };
  }
}
