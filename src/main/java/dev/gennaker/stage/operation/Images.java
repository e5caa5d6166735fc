package dev.gennaker.stage.operation;

import dev.gennaker.stage.StageContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the image of a deploy or a job comes from: written, found by a certain stage upstream, the
 * trigger's tag, or else what the nearest stage upstream found.
 */
public sealed interface Images {

  /**
   * @param image as {@code docker.image}; empty where the body needs or brings its own
   */
  record Found(Map<String, Object> image) implements Images {}

  /** None, for this reason. */
  record Missing(String reason) implements Images {}

  /**
   * Finds it.
   *
   * @param body {@code docker.image} or {@code imageId}; {@code cmd} or {@code marathon} say that
   *     it needs none
   */
  static Images find(Map<String, Object> body, String region, StageContext context) {
    @Nullable Object docker = body.get("docker");
    @Nullable Object image = docker instanceof Map<?, ?> map ? map.get("image") : null;
    if (image instanceof Map<?, ?> wanted) {
      if (isTrue(wanted.get("fromContext"))) {
        return fromStage(text(wanted.get("stageId")), wanted, region, context);
      }
      if (isTrue(wanted.get("fromTrigger"))) {
        return fromTrigger(wanted, context.trigger());
      }
      Optional<String> literal = literal(wanted);
      if (literal.isPresent()) {
        return found(literal.get());
      }
    } else if (!text(image).isEmpty()) {
      return found(text(image));
    }
    if (!text(body.get("imageId")).isEmpty()) {
      return found(text(body.get("imageId")));
    }
    boolean bringsItsOwn = body.get("marathon") instanceof Map || !text(body.get("cmd")).isEmpty();
    return bringsItsOwn && docker == null ? new Found(Map.of()) : nearest(region, context);
  }

  private static Images fromStage(
      String refId, Map<?, ?> wanted, String region, StageContext context) {
    List<Map<?, ?>> details =
        context.upstream().stream()
            .filter(stage -> stage.refId().equals(refId))
            .flatMap(Images::details)
            .toList();
    return choose(details, region)
        .<Images>map(Images::found)
        .orElseGet(
            () ->
                new Missing(
                    "Stage %s upstream found no image for %s%s; let a find-image stage run before this one, or choose another image"
                        .formatted(
                            refId,
                            region,
                            text(wanted.get("pattern")).isEmpty()
                                ? ""
                                : " (pattern " + text(wanted.get("pattern")) + ")")));
  }

  private static Images nearest(String region, StageContext context) {
    return context.upstream().stream()
        .map(stage -> details(stage).toList())
        .filter(details -> !details.isEmpty())
        .findFirst()
        .flatMap(details -> choose(details, region))
        .<Images>map(Images::found)
        .orElseGet(
            () ->
                new Missing(
                    "It says no image for %s, and no stage upstream found one; write one, or take it from a find-image stage or the trigger"
                        .formatted(region)));
  }

  private static Images fromTrigger(Map<?, ?> wanted, Map<String, Object> trigger) {
    String repository = text(wanted.get("repository"));
    boolean same =
        repository.equals(text(trigger.get("repository")))
            && agree(wanted, trigger, "account")
            && agree(wanted, trigger, "registry");
    String tag = same ? text(trigger.get("tag")) : "";
    tag = tag.isEmpty() ? text(wanted.get("tag")) : tag;
    String registry =
        text(wanted.get("registry")).isEmpty()
            ? same ? text(trigger.get("registry")) : ""
            : text(wanted.get("registry"));
    return tag.isEmpty()
        ? new Missing(
            "No tag of image %s in what started this run; start it by a push of that image"
                .formatted(repository))
        : new Found(new ImageName(registry, repository, tag, "").parts());
  }

  private static boolean agree(Map<?, ?> wanted, Map<String, Object> trigger, String key) {
    String one = text(wanted.get(key));
    String other = text(trigger.get(key));
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static Optional<String> literal(Map<?, ?> wanted) {
    String id = text(wanted.get("imageId"));
    String repository = text(wanted.get("repository"));
    return !id.isEmpty()
        ? Optional.of(id)
        : repository.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new ImageName(text(wanted.get("registry")), repository, text(wanted.get("tag")), "")
                    .id());
  }

  private static Stream<Map<?, ?>> details(StageContext.Upstream stage) {
    return stage.outputs().get("deploymentDetails") instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(entry -> (Map<?, ?>) entry)
        : Stream.of();
  }

  /** The one of this region; else, where all are the same image, that. */
  private static Optional<String> choose(List<Map<?, ?>> details, String region) {
    List<String> images = details.stream().map(Images::imageOf).distinct().toList();
    return details.stream()
        .filter(entry -> region.equals(text(entry.get("region"))))
        .map(Images::imageOf)
        .findFirst()
        .or(() -> images.size() == 1 ? Optional.of(images.getFirst()) : Optional.empty());
  }

  private static String imageOf(Map<?, ?> entry) {
    return Stream.of("imageId", "imageName", "ami")
        .map(key -> text(entry.get(key)))
        .filter(image -> !image.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static Found found(String image) {
    return new Found(ImageName.parse(image).parts());
  }

  private static boolean isTrue(@Nullable Object value) {
    return Boolean.parseBoolean(String.valueOf(value));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : String.valueOf(value).strip();
  }
}
