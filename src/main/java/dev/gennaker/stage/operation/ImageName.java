package dev.gennaker.stage.operation;

import java.util.HashMap;
import java.util.Map;

/**
 * A container image taken apart: {@code [registry/]repository[:tag][@digest]}. A single segment
 * such as {@code nginx:1.11} has no registry.
 *
 * @param registry empty for the runtime's own default
 * @param tag empty for none
 * @param digest empty for none
 */
public record ImageName(String registry, String repository, String tag, String digest) {

  /** Reads any image name. */
  public static ImageName parse(String image) {
    int at = image.indexOf('@');
    String digest = at < 0 ? "" : image.substring(at + 1);
    String rest = at < 0 ? image : image.substring(0, at);
    int colon = rest.lastIndexOf(':');
    boolean tagged = colon > rest.lastIndexOf('/');
    String tag = tagged ? rest.substring(colon + 1) : "";
    String name = tagged ? rest.substring(0, colon) : rest;
    int slash = name.indexOf('/');
    String first = slash < 0 ? "" : name.substring(0, slash);
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    return new ImageName(
        registry ? first : "", registry ? name.substring(slash + 1) : name, tag, digest);
  }

  /** The whole name. */
  public String id() {
    return (registry.isEmpty() ? "" : registry + "/")
        + repository
        + (tag.isEmpty() ? "" : ":" + tag)
        + (digest.isEmpty() ? "" : "@" + digest);
  }

  /** Its parts as Spinnaker writes them into {@code docker.image} and {@code deploymentDetails}. */
  public Map<String, Object> parts() {
    Map<String, Object> parts =
        new HashMap<>(Map.of("imageId", id(), "repository", repository, "tag", tag));
    if (!registry.isEmpty()) {
      parts.put("registry", registry);
    }
    if (!digest.isEmpty()) {
      parts.put("digest", digest);
    }
    return parts;
  }
}
