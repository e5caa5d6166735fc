package dev.gennaker.simulator.marathon;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What goes back over the wire: a status, headers beyond the usual ones, and a tree or text. */
public record Answer(
    int status, Map<String, String> headers, @Nullable JsonNode json, @Nullable String text) {

  public static Answer json(int status, JsonNode body) {
    return new Answer(status, Map.of("Content-Type", "application/json"), body, null);
  }

  public static Answer ok(JsonNode body) {
    return json(200, body);
  }

  public static Answer text(int status, String contentType, String body) {
    return new Answer(status, Map.of("Content-Type", contentType), null, body);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), null, null);
  }

  public Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, json, text);
  }

  /** The bytes of the body, none where there is no body. */
  public byte[] bytes() {
    if (json != null) {
      return Json.bytes(json);
    }
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }
}
