package dev.gennaker.stage.deploy;

import dev.gennaker.stage.operation.ImageName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deploy in one line, from settings as written: "6 × shop/web:1.8.3 → dcos-east, red/black". */
final class Headline {

  private Headline() {}

  static String of(Map<String, Object> settings) {
    List<Map<?, ?>> entries =
        Stream.concat(
                settings.get("clusters") instanceof List<?> list ? list.stream() : Stream.of(),
                Stream.ofNullable(settings.get("cluster")))
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(entry -> (Map<?, ?>) entry)
            .toList();
    if (entries.isEmpty()) {
      return "nothing yet";
    }
    if (entries.size() == 1) {
      return ofEntry(entries.getFirst());
    }
    String regions = join(entries.stream().flatMap(entry -> entry(entry).regions().stream()));
    String images = join(entries.stream().map(entry -> image(entry(entry))));
    String strategies = join(entries.stream().map(entry -> strategy(entry(entry))));
    return "%s → %s, %s".formatted(images, regions, strategies);
  }

  static String ofEntry(Map<?, ?> written) {
    ClusterEntry entry = entry(written);
    String size = entry.writtenSize().map(n -> n + " × ").orElse("");
    return "%s%s → %s, %s"
        .formatted(size, image(entry), join(entry.regions().stream()), strategy(entry));
  }

  private static ClusterEntry entry(Map<?, ?> written) {
    Map<String, Object> body = new HashMap<>();
    written.forEach((key, value) -> body.put(String.valueOf(key), value));
    return new ClusterEntry(body);
  }

  private static String join(Stream<String> parts) {
    String joined = String.join(", ", parts.distinct().toList());
    return joined.isEmpty() ? "?" : joined;
  }

  private static String strategy(ClusterEntry entry) {
    return entry
        .strategy()
        .map(strategy -> strategy.headline(entry))
        .orElseGet(() -> entry.text("strategy").orElse(""));
  }

  private static String image(ClusterEntry entry) {
    Map<?, ?> docker = entry.body().get("docker") instanceof Map<?, ?> map ? map : Map.of();
    if (docker.get("image") instanceof Map<?, ?> image) {
      if (Boolean.TRUE.equals(image.get("fromContext"))) {
        return "image of stage " + image.get("stageId");
      }
      if (Boolean.TRUE.equals(image.get("fromTrigger"))) {
        return image.get("repository") + " from the trigger";
      }
      Object id = image.get("imageId") == null ? image.get("repository") : image.get("imageId");
      return id == null ? "an image found upstream" : plain(String.valueOf(id));
    }
    return Optional.ofNullable(docker.get("image"))
        .or(() -> Optional.ofNullable(entry.body().get("imageId")))
        .or(() -> inMarathon(entry.body().get("marathon")))
        .map(image -> plain(String.valueOf(image)))
        .or(() -> entry.text("cmd").map(cmd -> "a command"))
        .orElse("an image found upstream");
  }

  private static Optional<Object> inMarathon(@Nullable Object marathon) {
    return marathon instanceof Map<?, ?> app
            && app.get("container") instanceof Map<?, ?> container
            && container.get("docker") instanceof Map<?, ?> docker
        ? Optional.ofNullable(docker.get("image"))
        : Optional.empty();
  }

  /** Without the registry; expressions as they are. */
  private static String plain(String image) {
    if (image.contains("${")) {
      return image;
    }
    ImageName name = ImageName.parse(image);
    return new ImageName("", name.repository(), name.tag(), "").id();
  }
}
