package dev.gennaker.stage.deploy;

import dev.gennaker.cloud.Moniker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One entry of a deploy stage's {@code clusters}: where, under which name, how, and the body. */
record ClusterEntry(Map<String, Object> body) {

  String account() {
    return text("account").or(() -> text("credentials")).orElse("");
  }

  String provider() {
    return text("cloudProvider").or(() -> text("provider")).orElse("");
  }

  /** The regions as server groups spell them: a group of its own is part of the region. */
  List<String> regions() {
    Stream<String> zones =
        body.get("availabilityZones") instanceof Map<?, ?> map
            ? map.keySet().stream().map(String::valueOf)
            : Stream.of();
    List<String> named =
        Stream.of("region", "dcosCluster", "namespace").flatMap(k -> text(k).stream()).toList();
    return (named.isEmpty() ? zones : named.stream().limit(1)).map(this::withGroup).toList();
  }

  private String withGroup(String region) {
    String safe = region.replace('/', '_');
    String group = text("group").orElse("").replaceAll("^/+|/+$", "").replace('/', '_');
    return group.isEmpty() || safe.contains("_") ? safe : safe + "_" + group;
  }

  Moniker moniker(String application) {
    Map<?, ?> moniker = body.get("moniker") instanceof Map<?, ?> map ? map : Map.of();
    return new Moniker(
        text("application").or(() -> textOf(moniker.get("app"))).orElse(application),
        text("stack").or(() -> textOf(moniker.get("stack"))).orElse(null),
        text("freeFormDetails").or(() -> textOf(moniker.get("detail"))).orElse(null),
        null);
  }

  Optional<Strategy> strategy() {
    return Strategy.parse(text("strategy").orElse(""));
  }

  /** Whether its one server group is changed, instead of a new one made. */
  boolean inPlace() {
    return strategy().filter(Strategy.IN_PLACE::equals).isPresent();
  }

  boolean flag(String key) {
    return body.get(key) instanceof Object value && Boolean.parseBoolean(String.valueOf(value));
  }

  boolean flag(String object, String key) {
    return body.get(object) instanceof Map<?, ?> map
        && Boolean.parseBoolean(String.valueOf(map.get(key)));
  }

  /** An object below it; empty where there is none. */
  Map<String, Object> object(String key) {
    return object(body.get(key));
  }

  /** What was written, if it is an object; else empty. */
  static Map<String, Object> object(@Nullable Object written) {
    Map<String, Object> object = new HashMap<>();
    if (written instanceof Map<?, ?> map) {
      map.forEach((key, value) -> object.put(String.valueOf(key), value));
    }
    return object;
  }

  /** A whole number, zero or more; empty where there is none that can be read. */
  Optional<Integer> number(String... keys) {
    return Stream.of(keys)
        .flatMap(key -> text(key).flatMap(ClusterEntry::whole).stream())
        .findFirst();
  }

  /** {@code capacity.desired}, or what DC/OS calls {@code desiredCapacity}, as written. */
  Optional<Object> writtenSize() {
    Object capacity = body.get("capacity") instanceof Map<?, ?> map ? map.get("desired") : null;
    return Optional.ofNullable(capacity != null ? capacity : body.get("desiredCapacity"))
        .filter(size -> !String.valueOf(size).isBlank());
  }

  /** Zero or more; empty for what is no such number. */
  static Optional<Integer> whole(@Nullable Object value) {
    String text = String.valueOf(value).strip().replaceAll("\\.0$", "");
    return text.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** The size the platform's own definition has, else one. */
  int ownSize() {
    Object own = object("marathon").getOrDefault("instances", body.get("instances"));
    return whole(own).orElse(1);
  }

  /** The image as written or put in; empty where the body brings another or none. */
  Optional<String> imageId() {
    Object image = object("docker").get("image");
    return (image instanceof Map<?, ?> parts ? textOf(parts.get("imageId")) : textOf(image))
        .or(() -> text("imageId"));
  }

  Optional<String> text(String key) {
    return textOf(body.get(key));
  }

  private static Optional<String> textOf(@Nullable Object value) {
    return value == null || String.valueOf(value).isBlank()
        ? Optional.empty()
        : Optional.of(String.valueOf(value));
  }

  /** Whether it says what to run: an image, a command, or the platform's own definition. */
  boolean saysWhatToRun() {
    Object image = body.get("docker") instanceof Map<?, ?> docker ? docker.get("image") : null;
    return (image instanceof Map<?, ?> map ? !map.isEmpty() : textOf(image).isPresent())
        || text("imageId").isPresent()
        || text("cmd").isPresent()
        || body.get("marathon") instanceof Map;
  }

  /** The body for checks: an image found upstream when it runs is not missing now. */
  Map<String, Object> imageLater() {
    return saysWhatToRun()
        ? body
        : in(regions().isEmpty() ? "" : regions().getFirst(), Map.of("fromContext", true));
  }

  /** The same in one region only, with an image put in. */
  Map<String, Object> in(String region, Map<String, Object> image) {
    Map<String, Object> one = new HashMap<>(body);
    one.put("account", account());
    one.put("region", region);
    one.remove("availabilityZones");
    if (!image.isEmpty()) {
      Map<String, Object> docker = new HashMap<>();
      if (body.get("docker") instanceof Map<?, ?> written) {
        written.forEach((key, value) -> docker.put(String.valueOf(key), value));
      }
      docker.put("image", image);
      one.put("docker", docker);
      if (image.get("imageId") != null) {
        one.put("imageId", image.get("imageId"));
      }
    }
    return one;
  }

  /** That body with a size of its own, wherever it took it from before. */
  static Map<String, Object> sized(Map<String, Object> body, int size) {
    Map<String, Object> sized = new HashMap<>(body);
    sized
        .keySet()
        .removeAll(List.of("desiredCapacity", "useSourceCapacity", "preferSourceCapacity"));
    sized.put("capacity", Map.of("desired", size));
    Map<String, Object> source = object(body.get("source"));
    if (source.remove("useSourceCapacity") != null) {
      sized.put("source", source);
    }
    return sized;
  }
}
