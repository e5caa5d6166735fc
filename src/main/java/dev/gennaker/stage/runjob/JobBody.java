package dev.gennaker.stage.runjob;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What of a stage's settings is the provider's. */
final class JobBody {

  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
  private static final List<String> OURS =
      List.of("credentials", "region", "waitForCompletion", "keepJob", "propertyFile", "schedule");

  private JobBody() {}

  static Map<String, Object> of(RunJob settings) {
    Map<String, Object> body = new HashMap<>(JsonMapper.shared().convertValue(settings, OBJECT));
    body.keySet().removeAll(OURS);
    return body;
  }

  /** What tells where the image comes from, as a deploy would write it. */
  static Map<String, Object> imageSource(Map<String, Object> body) {
    Map<String, Object> source = new HashMap<>();
    if (body.get("docker") instanceof Map<?, ?> docker && !docker.isEmpty()) {
      source.put("docker", docker);
    }
    if (body.get("job") instanceof Map<?, ?> job) {
      source.put("marathon", job);
    }
    if (body.get("general") instanceof Map<?, ?> general && general.get("cmd") != null) {
      source.put("cmd", general.get("cmd"));
    }
    return source;
  }

  /** The same with this image. */
  static Map<String, Object> with(Map<String, Object> body, Map<String, Object> image) {
    if (image.isEmpty()) {
      return body;
    }
    Map<String, Object> docker = new HashMap<>();
    if (body.get("docker") instanceof Map<?, ?> written) {
      written.forEach((key, value) -> docker.put(String.valueOf(key), value));
    }
    docker.put("image", image);
    Map<String, Object> all = new HashMap<>(body);
    all.put("docker", docker);
    return all;
  }

  /** As a check may judge it before a stage upstream has found an image. */
  static Map<String, Object> imageLater(Map<String, Object> body) {
    boolean open =
        !(body.get("job") instanceof Map)
            && !(body.get("general") instanceof Map<?, ?> general && general.get("cmd") != null)
            && !(body.get("docker") instanceof Map<?, ?> docker && docker.get("image") != null);
    return open ? with(body, Map.of("fromContext", true)) : body;
  }
}
