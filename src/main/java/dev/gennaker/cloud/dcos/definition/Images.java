package dev.gennaker.cloud.dcos.definition;

import static dev.gennaker.cloud.dcos.definition.Nodes.text;

import tools.jackson.databind.JsonNode;

/** The image of a deploy, in the spellings Spinnaker's stages write. */
final class Images {

  private Images() {}

  /** The image's full name; empty when none is given yet. */
  static String of(JsonNode image) {
    if (!image.isObject()) {
      return text(image);
    }
    String id = text(image.path("imageId"));
    String repository = text(image.path("repository"));
    if (!id.isEmpty() || repository.isEmpty()) {
      return id;
    }
    String registry = text(image.path("registry"));
    String tag = text(image.path("tag"));
    String name = registry.isEmpty() ? repository : registry + "/" + repository;
    return tag.isEmpty() ? name : name + ":" + tag;
  }

  /** Whether the image comes from another stage or the trigger when the deploy runs. */
  static boolean later(JsonNode image) {
    return image.path("fromContext").asBoolean(false)
        || image.path("fromTrigger").asBoolean(false)
        || image.path("fromFindImage").asBoolean(false);
  }
}
